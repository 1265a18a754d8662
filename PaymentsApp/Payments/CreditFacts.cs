using Microsoft.EntityFrameworkCore;
using PaymentsApp.Data;
using PaymentsApp.Domain;
using PaymentsApp.Live;

namespace PaymentsApp.Payments;

/// <summary>
/// Existing credit that is to be used: what that is decided on, read in the transaction in which the invoices are locked, and the facts it becomes.
/// </summary>
internal sealed class CreditFacts
{
    private static readonly CreditFacts None = new([], [], [], []);

    private readonly Dictionary<Guid, Payment> _payments;
    private readonly Dictionary<Guid, CreditNote> _notes;
    private readonly HashSet<Guid> _known;
    private readonly Dictionary<int, int?> _payers; // who pays for the invoiced organizations

    private CreditFacts(Dictionary<Guid, Payment> payments, Dictionary<Guid, CreditNote> notes, HashSet<Guid> known, Dictionary<int, int?> payers)
    {
        _payments = payments;
        _notes = notes;
        _known = known;
        _payers = payers;
    }

    /// <summary>Locks the payments in the order of their ids; credit notes collide by their version. Nothing to use, no query.</summary>
    public static async Task<CreditFacts> LoadAsync(
        AppDbContext db, IReadOnlyList<CreditUse> uses, IReadOnlyDictionary<int, Invoice> invoices, CancellationToken cancel)
    {
        if (uses.Count == 0)
        {
            return None;
        }

        Dictionary<Guid, Payment> payments = [];
        foreach (var id in uses.Where(use => use.Kind == CreditKind.Payment).Select(use => use.CreditId).Distinct().Order())
        {
            if (await db.LockPaymentAsync(id, cancel) is { } payment)
            {
                payments.Add(id, payment);
            }
        }

        var noteIds = uses.Where(use => use.Kind == CreditKind.CreditNote).Select(use => use.CreditId).Distinct().ToArray();
        var notes = noteIds.Length == 0 ? [] : await db.CreditNotes.AsTracking().Where(note => noteIds.Contains(note.Id)).ToDictionaryAsync(note => note.Id, cancel);
        var factIds = uses.Select(use => use.FactId).ToArray();
        var known = await db.Allocations.Where(allocation => factIds.Contains(allocation.Id)).Select(allocation => allocation.Id)
            .Concat(db.Adjustments.Where(adjustment => factIds.Contains(adjustment.Id)).Select(adjustment => adjustment.Id))
            .ToListAsync(cancel);
        int[] organizationIds = [.. invoices.Values.Select(invoice => invoice.OrganizationId).Distinct()];
        var payers = await db.Organizations.Where(organization => organizationIds.Contains(organization.Id))
            .ToDictionaryAsync(organization => organization.Id, organization => organization.PayerId, cancel);
        return new CreditFacts(payments, notes, [.. known], payers);
    }

    /// <summary>Whether every use has been written already.</summary>
    public bool KnowsAll(IReadOnlyList<CreditUse> uses) => uses.All(use => _known.Contains(use.FactId));

    /// <summary>What is wrong with the uses together; empty when they can be written.</summary>
    /// <param name="uses">Of one command.</param>
    /// <param name="invoices">The invoices that this person may settle, by id; locked.</param>
    /// <param name="besidesMinor">What the same command settles otherwise, by invoice id, in minor units.</param>
    /// <param name="latest">The newest allocations, for the invoices of which too much is wanted.</param>
    public IReadOnlyList<PaymentProblem> Check(
        IReadOnlyList<CreditUse> uses, IReadOnlyDictionary<int, Invoice> invoices, ILookup<int, long> besidesMinor, IReadOnlyDictionary<int, LatestAllocation> latest)
    {
        var seen = new HashSet<Guid>();
        var problems = uses.Select(use => CheckOne(use, invoices.GetValueOrDefault(use.InvoiceId), seen, latest)).OfType<PaymentProblem>().ToList();
        return problems.Count > 0 ? problems : [.. CheckSums(uses, invoices, besidesMinor)];
    }

    /// <summary>Writes allocations and nettings, each with its audit entry, and tells whom they concern.</summary>
    public void Write(
        AppDbContext db, LedgerHead head, IReadOnlyList<CreditUse> uses, IReadOnlyDictionary<int, Invoice> invoices, DateOnly on, Recorded recorded,
        ICollection<PaymentChange> changes)
    {
        foreach (var use in uses)
        {
            var invoice = invoices[use.InvoiceId];
            if (use.Kind == CreditKind.Payment)
            {
                var payment = _payments[use.CreditId];
                var before = payment.UnappliedMinor;
                var allocation = payment.Apply(use.FactId, invoice, use.Amount, on, recorded);
                db.Allocations.Add(allocation);
                db.AuditEntries.Add(head.Append(PaymentAudit.Applied(payment, allocation, before), recorded));
            }
            else
            {
                var note = _notes[use.CreditId];
                var asked = new InvoiceAdjustment(
                    use.FactId, invoice.Id, AdjustmentKind.CreditNote, use.Amount, ReasonCodes.OfCreditNote(note.Reason), Note: null, note.Id);
                DifferenceFacts.Settle(db, head, asked, invoice, note, paymentId: null, on, recorded, approvedById: null);
            }
        }

        foreach (var group in uses.GroupBy(use => (use.Kind, use.CreditId)))
        {
            int[] invoiceIds = [.. group.Select(use => use.InvoiceId).Distinct()];
            var organizationIds = invoiceIds.Select(id => invoices[id].OrganizationId);
            changes.Add(group.Key.Kind == CreditKind.Payment
                ? new PaymentChange(PaymentChangeKind.Applied, group.Key.CreditId, [.. organizationIds.Append(_payments[group.Key.CreditId].PayerId).Distinct()], invoiceIds)
                : new PaymentChange(PaymentChangeKind.Adjusted, null, [.. organizationIds.Distinct()], invoiceIds));
        }
    }

    private PaymentProblem? CheckOne(CreditUse use, Invoice? invoice, HashSet<Guid> seen, IReadOnlyDictionary<int, LatestAllocation> latest)
    {
        if (invoice is null)
        {
            return new PaymentProblem.NotFound("Invoice");
        }

        if (_known.Contains(use.FactId) || !seen.Add(use.FactId))
        {
            return new PaymentProblem.CreditUsedBefore(invoice.Number);
        }

        if (use.Kind == CreditKind.Payment)
        {
            var payment = _payments.GetValueOrDefault(use.CreditId);
            var problem = PaymentService.CheckApply(new ApplyCredit(use.FactId, use.CreditId, use.InvoiceId, use.Amount), payment, invoice, _payers.GetValueOrDefault(invoice.OrganizationId), latest);
            return problem is PaymentProblem.AppliedMoreThanReceived
                ? new PaymentProblem.PaymentCreditTooSmall(payment!.Number, use.Amount, payment.Unapplied)
                : problem;
        }

        var note = _notes.GetValueOrDefault(use.CreditId);
        return note is null || note.OrganizationId != invoice.OrganizationId
            ? new PaymentProblem.NotFound("Credit note")
            : PaymentChecks.CheckShare(invoice, use.Amount, note.Currency, latest.GetValueOrDefault(invoice.Id));
    }

    private IEnumerable<PaymentProblem> CheckSums(IReadOnlyList<CreditUse> uses, IReadOnlyDictionary<int, Invoice> invoices, ILookup<int, long> besidesMinor)
    {
        foreach (var group in uses.GroupBy(use => (use.Kind, use.CreditId)))
        {
            var wanted = Sum(group);
            if (group.Key.Kind == CreditKind.Payment && _payments[group.Key.CreditId] is var payment && wanted > payment.Unapplied)
            {
                yield return new PaymentProblem.PaymentCreditTooSmall(payment.Number, wanted, payment.Unapplied);
            }
            else if (group.Key.Kind == CreditKind.CreditNote && _notes[group.Key.CreditId] is var note && wanted > note.Unapplied)
            {
                yield return new PaymentProblem.CreditNoteTooSmall(note.Number, wanted, note.Unapplied);
            }
        }

        foreach (var group in uses.GroupBy(use => use.InvoiceId))
        {
            var invoice = invoices[group.Key];
            var wanted = invoice.Outstanding with { Minor = checked(Sum(group).Minor + besidesMinor[group.Key].Sum()) };
            if (wanted > invoice.Outstanding)
            {
                yield return new PaymentProblem.CreditMoreThanOpen(invoice.Number, wanted, invoice.Outstanding);
            }
        }
    }

    private static Money Sum(IEnumerable<CreditUse> uses) => uses.Select(use => use.Amount).Aggregate((sum, amount) => sum + amount);
}
