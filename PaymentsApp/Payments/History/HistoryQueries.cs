using System.Globalization;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using PaymentsApp.Data;
using PaymentsApp.Domain;
using PaymentsApp.Security;

namespace PaymentsApp.Payments.History;

/// <summary>What happened to a payment, an invoice or an account: every entry of the audit log about it, the latest first.</summary>
public sealed class HistoryQueries(IDbContextFactory<AppDbContext> contexts, CurrentUser currentUser, CompanyClock clock)
{
    /// <summary>How many lines are read at once.</summary>
    public const int LinesMax = 100;

    private const int PaymentsMax = 200;

    /// <summary>The history of a payment; none when it is not this person's to see.</summary>
    /// <exception cref="AccessDeniedException">The person sees no accounts.</exception>
    public async Task<IReadOnlyList<HistoryLine>> OfPaymentAsync(Guid paymentId, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var access = await currentUser.RequireAsync(Permission.ViewAccounts, db, cancel);
        if (!await access.VisiblePayments(db).AnyAsync(payment => payment.Id == paymentId, cancel))
        {
            return [];
        }

        var requests = await RequestsAsync(db, VisibleRequests(db, access).Where(request => request.PaymentId == paymentId), cancel);
        var entries = await LatestAsync(
            [
                Entries(db, nameof(Payment), [paymentId.ToString()]),
                Entries(db, "Approval", requests),
            ],
            cancel);
        return await ReadAsync(db, access, entries, (reader, entry) => reader.Line(entry), isOfInvoice: false, cancel);
    }

    /// <summary>The history of an invoice: its own, and what payments did to it; none when it is not this person's to see.</summary>
    /// <exception cref="AccessDeniedException">The person sees no accounts.</exception>
    public async Task<IReadOnlyList<HistoryLine>> OfInvoiceAsync(int invoiceId, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var access = await currentUser.RequireAsync(Permission.ViewAccounts, db, cancel);
        if (!await access.VisibleInvoices(db).AnyAsync(invoice => invoice.Id == invoiceId, cancel))
        {
            return [];
        }

        var requests = await RequestsAsync(db, db.ApprovalRequests.Where(request => request.InvoiceId == invoiceId), cancel);
        var disputes = await db.Disputes.Where(dispute => dispute.InvoiceId == invoiceId).Select(dispute => dispute.Id).Take(LinesMax).ToListAsync(cancel);
        var payments = await db.Allocations.Where(allocation => allocation.InvoiceId == invoiceId)
            .Select(allocation => allocation.PaymentId).Distinct().Take(PaymentsMax).ToListAsync(cancel);
        var mails = await db.MailInvoices.Where(named => named.InvoiceId == invoiceId).Select(named => named.MailId).Distinct().Take(LinesMax).ToListAsync(cancel);
        var entries = await LatestAsync(
            [
                Entries(db, "Mail", [.. mails.Select(id => id.ToString())]),
                Entries(db, nameof(Invoice), [invoiceId.ToString(CultureInfo.InvariantCulture)]),
                Entries(db, "Approval", requests),
                Entries(db, nameof(Dispute), [.. disputes.Select(id => id.ToString())]),
                Entries(db, nameof(Payment), [.. payments.Select(id => id.ToString())]),
            ],
            cancel);
        return await ReadAsync(
            db, access, entries, (reader, entry) => entry.Entity == nameof(Payment) ? reader.LineOfInvoice(entry, invoiceId) : reader.Line(entry), isOfInvoice: true, cancel);
    }

    /// <summary>A part of the history of an account; none when it is not this person's to see.</summary>
    /// <param name="organizationId">Whose.</param>
    /// <param name="before">Only lines before this one; null for the latest.</param>
    /// <param name="cancel">Stops reading.</param>
    /// <exception cref="AccessDeniedException">The person sees no accounts.</exception>
    public async Task<IReadOnlyList<HistoryLine>> OfOrganizationAsync(int organizationId, long? before, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var access = await currentUser.RequireAsync(Permission.ViewAccounts, db, cancel);
        if (!await access.VisibleOrganizations(db).AnyAsync(organization => organization.Id == organizationId, cancel))
        {
            return [];
        }

        var entries = await LatestAsync([db.AuditEntries.Where(entry => entry.OrganizationId == organizationId && (before == null || entry.Seq < before))], cancel);
        return await ReadAsync(db, access, entries, (reader, entry) => reader.Line(entry), isOfInvoice: false, cancel);
    }

    // With an agency's payment something may be asked for about an invoice of a client that is not this person's.
    private static IQueryable<ApprovalRequest> VisibleRequests(AppDbContext db, Access access) => access.SeesAllOrganizations
        ? db.ApprovalRequests
        : db.ApprovalRequests.Where(request => request.InvoiceId == null || access.VisibleInvoices(db).Any(invoice => invoice.Id == request.InvoiceId));

    private static async Task<List<string>> RequestsAsync(AppDbContext db, IQueryable<ApprovalRequest> requests, CancellationToken cancel) =>
        (await requests.OrderByDescending(request => request.RequestedAt).Select(request => request.Id).Take(LinesMax).ToListAsync(cancel)).ConvertAll(id => id.ToString());

    private static IQueryable<AuditEntry> Entries(AppDbContext db, string entity, List<string> ids) =>
        db.AuditEntries.Where(entry => entry.Entity == entity && ids.Contains(entry.EntityId));

    private static async Task<List<AuditEntry>> LatestAsync(IEnumerable<IQueryable<AuditEntry>> sources, CancellationToken cancel)
    {
        List<AuditEntry> entries = [];
        foreach (var source in sources)
        {
            entries.AddRange(await source.AsNoTracking().OrderByDescending(entry => entry.Seq).Take(LinesMax).ToListAsync(cancel));
        }

        return [.. entries.OrderByDescending(entry => entry.Seq).Take(LinesMax)];
    }

    // Entries about payments that paid for accounts of others too: what they say of those, and in words of their own, is not told.
    private static async Task<HashSet<long>> NotWholeAsync(AppDbContext db, Access access, List<AuditEntry> entries, CancellationToken cancel)
    {
        if (access.SeesAllOrganizations)
        {
            return [];
        }

        var about = entries.Select(entry => (entry.Seq, Subject: SubjectOf(entry))).Where(entry => entry.Subject.Id is not null).ToList();
        var ofAdjustments = about.Where(entry => entry.Subject.IsAdjustment).Select(entry => entry.Subject.Id!.Value).ToList();
        var madeWith = ofAdjustments.Count == 0 ? [] : await db.Adjustments.Where(adjustment => ofAdjustments.Contains(adjustment.Id))
            .ToDictionaryAsync(adjustment => adjustment.Id, adjustment => adjustment.MadeWithPaymentId, cancel);
        var payments = about.Select(entry => (entry.Seq, Id: entry.Subject.IsAdjustment ? madeWith.GetValueOrDefault(entry.Subject.Id!.Value) : entry.Subject.Id))
            .Where(entry => entry.Id is not null).ToList();
        var ids = payments.Select(entry => entry.Id!.Value).ToHashSet();
        var whole = ids.Count == 0 ? [] : await access.WholePayments(db).Where(payment => ids.Contains(payment.Id)).Select(payment => payment.Id).ToHashSetAsync(cancel);
        return [.. payments.Where(entry => !whole.Contains(entry.Id!.Value)).Select(entry => entry.Seq)];
    }

    // The payment whose words an entry has, or the difference that may have been taken back with one. A refund is the payment's; what is asked for
    // about an invoice is the invoice's.
    private static (Guid? Id, bool IsAdjustment) SubjectOf(AuditEntry entry)
    {
        if (entry.Entity == nameof(Payment))
        {
            return (Guid.Parse(entry.EntityId), false);
        }

        var name = (entry.Entity, entry.Action) switch
        {
            ("Approval", _) => "paymentId",
            (nameof(Invoice), "AdjustmentReversed") => "adjustmentId",
            _ => null,
        };
        if (name is null)
        {
            return default;
        }

        using var body = JsonDocument.Parse(entry.Body);
        return body.RootElement.TryGetProperty(name, out var id) && id.ValueKind == JsonValueKind.String
            && !(entry.Entity == "Approval" && body.RootElement.TryGetProperty("invoiceId", out var invoiceId) && invoiceId.ValueKind == JsonValueKind.Number)
                ? (id.GetGuid(), name == "adjustmentId")
                : default;
    }

    private static HistoryLine? PartOf(HistoryLine? line, AuditEntry entry, bool isOfInvoice) =>
        line is null || (!isOfInvoice && entry.Action is "Attached" or "Applied" or "Unapplied" or "Moved" && line.InvoiceNumber is null) ? null
        : entry.Entity == nameof(Payment) ? line with { Why = null, Changes = [] }
        : line with { Why = null };

    private async Task<IReadOnlyList<HistoryLine>> ReadAsync(
        AppDbContext db, Access access, List<AuditEntry> entries, Func<HistoryReader, AuditEntry, HistoryLine?> read, bool isOfInvoice, CancellationToken cancel)
    {
        var notWhole = await NotWholeAsync(db, access, entries, cancel);
        var reader = new HistoryReader(await HistoryNames.ReadAsync(db, access, entries, cancel), clock, CultureInfo.CurrentCulture);
        return
        [
            .. entries.Select(entry => notWhole.Contains(entry.Seq) ? PartOf(read(reader, entry), entry, isOfInvoice) : read(reader, entry))
                .OfType<HistoryLine>(),
        ];
    }
}
