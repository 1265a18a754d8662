using Microsoft.EntityFrameworkCore;
using PaymentsApp.Data;
using PaymentsApp.Domain;
using PaymentsApp.Security;

namespace PaymentsApp.Payments;

/// <summary>
/// Differences on invoices: what they are decided on, read in the transaction in which the invoices are locked, and the facts they become.
/// </summary>
internal sealed class DifferenceFacts
{
    /// <summary>No difference, no query.</summary>
    public static readonly DifferenceFacts None = new([], [], [], new Dictionary<int, Invoice>(), [], []);

    private readonly IReadOnlyList<InvoiceAdjustment> _asked;
    private readonly IReadOnlyList<ShortPay> _shortPays;
    private readonly IReadOnlyDictionary<int, Invoice> _invoices;
    private readonly Dictionary<Guid, CreditNote> _notes;
    private readonly Dictionary<int, AdjustmentAllowance> _allowances;

    private DifferenceFacts(
        IReadOnlyList<PaymentProblem> problems, IReadOnlyList<InvoiceAdjustment> asked, IReadOnlyList<ShortPay> shortPays,
        IReadOnlyDictionary<int, Invoice> invoices, Dictionary<Guid, CreditNote> notes, Dictionary<int, AdjustmentAllowance> allowances)
    {
        Problems = problems;
        _asked = asked;
        _shortPays = shortPays;
        _invoices = invoices;
        _notes = notes;
        _allowances = allowances;
    }

    /// <summary>Everything that is wrong; empty when they can be written.</summary>
    public IReadOnlyList<PaymentProblem> Problems { get; }

    public static DifferenceFacts Refused(PaymentProblem problem) => new([problem], [], [], new Dictionary<int, Invoice>(), [], []);

    /// <param name="db">The context of the transaction.</param>
    /// <param name="access">The person, whose limits count.</param>
    /// <param name="asked">What is to be written.</param>
    /// <param name="invoices">The invoices that this person may adjust, by id; locked.</param>
    /// <param name="shares">What a payment of the same command applies.</param>
    /// <param name="payerId">Who pays, for the agreed commission; null for whoever pays each invoice's organization.</param>
    /// <param name="on">The day as of which discounts are granted.</param>
    /// <param name="cancel">Stops reading.</param>
    public static async Task<DifferenceFacts> LoadAsync(
        AppDbContext db, Access access, IReadOnlyList<InvoiceAdjustment> asked, IReadOnlyDictionary<int, Invoice> invoices,
        IReadOnlyList<InvoiceShare> shares, int? payerId, DateOnly on, CancellationToken cancel)
    {
        if (asked.Count == 0)
        {
            return None;
        }

        await db.SaveChangesAsync(cancel); // an earlier payment of the same transaction counts, too
        var noteIds = asked.Select(adjustment => adjustment.CreditNoteId).OfType<Guid>().Distinct().ToArray();
        var notes = noteIds.Length == 0 ? [] : await db.CreditNotes.AsTracking().Where(note => noteIds.Contains(note.Id)).ToDictionaryAsync(note => note.Id, cancel);
        List<PaymentProblem> problems = [.. AdjustmentChecks.Check(asked, invoices, notes, shares)];
        if (problems.Count == 0)
        {
            problems.AddRange(await KnownAsync(db, asked, invoices, cancel));
        }

        return problems.Count > 0
            ? new DifferenceFacts(problems, [], [], invoices, notes, [])
            : new DifferenceFacts([], asked, [], invoices, notes, await AllowancesAsync(db, access, asked, invoices, payerId, on, cancel));
    }

    /// <summary>The differences and short pays of a payment.</summary>
    public static async Task<DifferenceFacts> LoadAsync(
        AppDbContext db, Access access, RegisterPayment command, IReadOnlyDictionary<int, Invoice> invoices, CancellationToken cancel)
    {
        var adjusted = await LoadAsync(db, access, command.Adjustments, invoices, command.Allocations, command.PayerId, command.ReceivedOn, cancel);
        var problems = adjusted.Problems.Concat(ShortPayChecks.Check(command, invoices)).ToList();
        var ids = command.ShortPays.Select(shortPay => shortPay.DisputeId).ToArray();
        if (ids.Distinct().Count() < ids.Length || (ids.Length > 0 && await db.Disputes.AnyAsync(dispute => ids.Contains(dispute.Id), cancel)))
        {
            problems.Add(new PaymentProblem.AdjustmentTwice(invoices[command.ShortPays[0].InvoiceId].Number));
        }

        return new DifferenceFacts(problems, adjusted._asked, command.ShortPays, invoices, adjusted._notes, adjusted._allowances);
    }

    /// <summary>Writes what the person may write alone, and lets the rest wait for another person.</summary>
    /// <returns>How many wait.</returns>
    public int Write(AppDbContext db, LedgerHead head, Guid? paymentId, DateOnly on, Recorded recorded)
    {
        var waiting = 0;
        foreach (var asked in _asked)
        {
            var invoice = _invoices[asked.InvoiceId];
            var allowance = _allowances[asked.InvoiceId];
            if (allowance.Covers(asked.Kind, asked.Amount.Minor))
            {
                allowance.Take(asked.Kind, asked.Amount.Minor, isApproved: false);
                Settle(db, head, asked, invoice, asked.CreditNoteId is { } noteId ? _notes[noteId] : null, paymentId, on, recorded, approvedById: null);
            }
            else
            {
                var request = new ApprovalRequest(
                    asked.AdjustmentId, ApprovalKind.Adjustment, ApprovalCommands.Write(asked with { EffectiveOn = on }), asked.Amount, ReasonCodes.NameOf(asked.ReasonCode), recorded);
                request.Concern(invoice.OrganizationId, invoice.Id, paymentId);
                db.ApprovalRequests.Add(request);
                db.AuditEntries.Add(head.Append(DifferenceAudit.Requested(request), recorded));
                waiting++;
            }

            if (asked.Kind == AdjustmentKind.Deduction)
            {
                OpenDispute(db, head, new ShortPay(Guid.CreateVersion7(recorded.At), invoice.Id, asked.Amount, asked.ReasonCode, asked.Note), paymentId, recorded);
            }
        }

        foreach (var shortPay in _shortPays)
        {
            OpenDispute(db, head, shortPay, paymentId, recorded);
        }

        return waiting;
    }

    // What the client says is the first message: the rep who owns the client answers it.
    private void OpenDispute(AppDbContext db, LedgerHead head, ShortPay shortPay, Guid? paymentId, Recorded recorded)
    {
        var invoice = _invoices[shortPay.InvoiceId];
        var dispute = new Dispute(shortPay.DisputeId, invoice, shortPay.Amount, shortPay.ReasonCode, paymentId, recorded);
        db.Disputes.Add(dispute);
        if (shortPay.Note is { } note)
        {
            db.DisputeMessages.Add(new DisputeMessage(Guid.CreateVersion7(recorded.At), dispute.Id, note, recorded.At, recorded.ById));
        }

        db.AuditEntries.Add(head.Append(DisputeAudit.Opened(dispute, invoice.Number, shortPay.Note), recorded));
    }

    /// <summary>Writes one difference with its audit entry.</summary>
    public static void Settle(
        AppDbContext db, LedgerHead head, InvoiceAdjustment asked, Invoice invoice, CreditNote? note, Guid? paymentId, DateOnly on, Recorded recorded, string? approvedById)
    {
        var before = invoice.OutstandingMinor;
        var adjustment = invoice.Adjust(asked, note, paymentId, on, recorded, approvedById);
        db.Adjustments.Add(adjustment);
        db.AuditEntries.Add(head.Append(
            DifferenceAudit.Adjusted(adjustment, invoice, before), approvedById is null ? recorded : recorded with { ById = approvedById }));
    }

    // An id is used once, by whatever came first.
    private static async Task<IEnumerable<PaymentProblem>> KnownAsync(
        AppDbContext db, IReadOnlyList<InvoiceAdjustment> asked, IReadOnlyDictionary<int, Invoice> invoices, CancellationToken cancel)
    {
        var ids = asked.Select(adjustment => adjustment.AdjustmentId).ToArray();
        var known = await db.Adjustments.Where(adjustment => ids.Contains(adjustment.Id)).Select(adjustment => adjustment.Id)
            .Concat(db.ApprovalRequests.Where(request => ids.Contains(request.Id)).Select(request => request.Id))
            .ToListAsync(cancel);
        return asked.Where(adjustment => known.Contains(adjustment.AdjustmentId))
            .Select(adjustment => new PaymentProblem.AdjustmentTwice(invoices[adjustment.InvoiceId].Number));
    }

    private static async Task<Dictionary<int, AdjustmentAllowance>> AllowancesAsync(
        AppDbContext db, Access access, IReadOnlyList<InvoiceAdjustment> asked, IReadOnlyDictionary<int, Invoice> invoices,
        int? payerId, DateOnly on, CancellationToken cancel)
    {
        var ids = asked.Select(adjustment => adjustment.InvoiceId).Distinct().ToArray();
        var roles = access.Roles.ToArray();
        var limits = await db.RoleLimits.AsNoTracking().Where(limit => roles.Contains(limit.Role)).ToListAsync(cancel);
        var companyCurrency = await db.CompanySettings.Select(settings => settings.Currency).SingleAsync(cancel);
        var standing = await db.Adjustments.AsNoTracking()
            .Where(adjustment => adjustment.InvoiceId != null && ids.Contains(adjustment.InvoiceId.Value)
                && !db.Reversals.Any(reversal => reversal.AdjustmentId == adjustment.Id))
            .OrderBy(adjustment => adjustment.RecordedAt).ThenBy(adjustment => adjustment.Id)
            .ToListAsync(cancel);
        var commissions = await CommissionsAsync(db, [.. ids.Select(id => invoices[id].OrganizationId).Distinct()], payerId, cancel);

        var allowances = new Dictionary<int, AdjustmentAllowance>();
        foreach (var invoice in ids.Select(id => invoices[id]))
        {
            long Largest(Func<RoleLimit, long> of) =>
                RoleLimit.SameFigure(limits.Select(of).DefaultIfEmpty().Max(), companyCurrency, invoice.Currency);

            var allowance = new AdjustmentAllowance(
                invoice.DiscountOn(on).Minor,
                commissions.GetValueOrDefault(invoice.OrganizationId) is { } basisPoints ? PercentText.Of(invoice.Total, basisPoints).Minor : 0,
                Largest(limit => limit.LargestDiscountMinor),
                Largest(limit => limit.LargestWriteOffMinor));
            foreach (var earlier in standing.Where(adjustment => adjustment.InvoiceId == invoice.Id))
            {
                allowance.Take(earlier.Kind, earlier.AmountMinor, isApproved: earlier.ApprovedById is not null);
            }

            allowances.Add(invoice.Id, allowance);
        }

        return allowances;
    }

    /// <summary>The agreed commission by invoiced organization: that of its payer.</summary>
    private static async Task<Dictionary<int, int?>> CommissionsAsync(
        AppDbContext db, IReadOnlyCollection<int> organizationIds, int? payerId, CancellationToken cancel)
    {
        var found = await (
            from organization in db.Organizations
            where organizationIds.Contains(organization.Id)
            join payer in db.Organizations on payerId ?? organization.PayerId ?? organization.Id equals payer.Id
            select new { organization.Id, payer.CommissionBasisPoints }).ToListAsync(cancel);
        return found.ToDictionary(row => row.Id, row => row.CommissionBasisPoints);
    }
}
