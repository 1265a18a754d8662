using System.Globalization;
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

        var requests = await RequestsAsync(db, db.ApprovalRequests.Where(request => request.PaymentId == paymentId), cancel);
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
        var entries = await LatestAsync(
            [
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

    // Payments that paid for accounts of others too: what an entry says of those, and in words of its own, is not told.
    private static async Task<HashSet<string>> NotWholeAsync(AppDbContext db, Access access, List<AuditEntry> entries, CancellationToken cancel)
    {
        var ids = entries.Where(entry => !access.SeesAllOrganizations && entry.Entity == nameof(Payment)).Select(entry => Guid.Parse(entry.EntityId)).ToHashSet();
        var whole = ids.Count == 0 ? [] : await access.WholePayments(db).Where(payment => ids.Contains(payment.Id)).Select(payment => payment.Id).ToListAsync(cancel);
        return [.. ids.Except(whole).Select(id => id.ToString())];
    }

    private static HistoryLine? PartOf(HistoryLine? line, AuditEntry entry, bool isOfInvoice) =>
        line is null || (!isOfInvoice && entry.Action is "Attached" or "Applied" or "Unapplied" or "Moved" && line.InvoiceNumber is null)
            ? null
            : line with { Why = null, Changes = [] };

    private async Task<IReadOnlyList<HistoryLine>> ReadAsync(
        AppDbContext db, Access access, List<AuditEntry> entries, Func<HistoryReader, AuditEntry, HistoryLine?> read, bool isOfInvoice, CancellationToken cancel)
    {
        var notWhole = await NotWholeAsync(db, access, entries, cancel);
        var reader = new HistoryReader(await HistoryNames.ReadAsync(db, access, entries, cancel), clock, CultureInfo.CurrentCulture);
        return
        [
            .. entries.Select(entry => notWhole.Contains(entry.EntityId) ? PartOf(read(reader, entry), entry, isOfInvoice) : read(reader, entry))
                .OfType<HistoryLine>(),
        ];
    }
}
