using System.Globalization;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using PaymentsApp.Data;
using PaymentsApp.Domain;
using PaymentsApp.Invoicing.Import;
using PaymentsApp.Live;
using PaymentsApp.Security;

namespace PaymentsApp.Invoicing;

/// <summary>
/// The only writer of invoices, and of the organizations that come with them. Each call is one transaction that
/// asks for the right, checks on fresh figures, writes invoices and audit, and tells the open screens.
/// </summary>
public sealed partial class InvoiceService(
    LiveWrites writes, CurrentUser currentUser, CompanyClock clock, ILogger<InvoiceService> logger)
{
    private const string NotAllowed = "You may not add invoices.";

    private readonly ILogger _logger = logger;

    /// <summary>Adds one typed invoice.</summary>
    /// <param name="command">What the form says.</param>
    /// <param name="cancel">Pass none for a save that a user asked for.</param>
    public async Task<AddInvoiceResult> AddAsync(NewInvoice command, CancellationToken cancel)
    {
        var (result, userId) = await writes.ExecuteAsync((db, changes, cancel) => AddAsync(db, command, changes, cancel), cancel);
        if (result is AddInvoiceResult.Added added)
        {
            _logger.Added(added.InvoiceId, userId);
        }

        return result;
    }

    /// <summary>Begins an import: the batch that its invoices will name.</summary>
    /// <returns>The batch's id, or null when the person may not import.</returns>
    public async Task<int?> StartBatchAsync(string fileName, CancellationToken cancel) => await writes.ExecuteAsync(
        async (db, _, cancel) =>
        {
            if (await currentUser.FindAsync(Permission.AddInvoices, db, cancel) is not { } access)
            {
                return (int?)null;
            }

            var recorded = clock.RecordedBy(access.UserId);
            var name = CardNumbers.Contains(fileName) ? RejectedLines.CardNumberRemoved : fileName;
            var batch = new InvoiceBatch(name, recorded.At, recorded.ById);
            db.InvoiceBatches.Add(batch);
            await db.SaveChangesAsync(cancel);
            await db.AppendAuditAsync(Audit("Started", nameof(InvoiceBatch), batch.Id, new { file = name }), recorded, cancel);
            await db.SaveChangesAsync(cancel);
            return batch.Id;
        },
        cancel);

    /// <summary>Adds a portion of an import in one transaction; each line is added, found to be there, or refused by itself.</summary>
    /// <returns>What became of each line, in order; null when the person may not import.</returns>
    public async Task<IReadOnlyList<AddedLine>?> AddManyAsync(
        int batchId, IReadOnlyList<ImportedInvoice> lines, CancellationToken cancel)
    {
        var (added, userId) = await writes.ExecuteAsync(
            async (db, changes, cancel) => await currentUser.FindAsync(Permission.AddInvoices, db, cancel) is { } access
                ? (await AddLinesAsync(db, batchId, lines, access, changes, cancel), access.UserId)
                : (null, ""),
            cancel);
        if (added is not null)
        {
            var count = added.Count(line => line.Outcome == LineOutcome.Added);
            _logger.AddedMany(count, batchId, userId);
        }

        return added;
    }

    private async Task<(AddInvoiceResult Result, string UserId)> AddAsync(
        AppDbContext db, NewInvoice command, ICollection<PaymentChange> changes, CancellationToken cancel)
    {
        if (await currentUser.FindAsync(Permission.AddInvoices, db, cancel) is not { } access)
        {
            return (new AddInvoiceResult.Refused([NotAllowed]), "");
        }

        var problems = NewInvoiceChecks.Check(command).ToList();
        var organization = await access.VisibleOrganizations(db).SingleOrDefaultAsync(organization => organization.Id == command.OrganizationId, cancel);
        if (organization is null)
        {
            problems.Add("Choose an organization.");
        }

        var key = SearchText.Key(command.Number);
        if (await db.Invoices.AnyAsync(invoice => invoice.NumberKey == key, cancel))
        {
            problems.Add($"There is already an invoice with the number {command.Number.Trim()}.");
        }

        if (problems.Count > 0)
        {
            return (new AddInvoiceResult.Refused(problems), access.UserId);
        }

        var invoice = new Invoice(
            command.OrganizationId, command.Number, command.Currency, command.IssuedOn, command.DueOn, command.Rows.Sum(row => row.AmountMinor));
        invoice.RecordAt(clock.Now);
        foreach (var (index, row) in command.Rows.Index())
        {
            invoice.AddRow(new InvoiceRow(index + 1, row.Description, TrimmedOrNull(row.Issue), TrimmedOrNull(row.Product), row.AmountMinor));
        }

        organization?.PutTermsOn(invoice);
        db.Invoices.Add(invoice);
        await db.SaveChangesAsync(cancel);
        await db.AppendAuditAsync(
            Audit("Added", nameof(Invoice), invoice.Id, command) with { OrganizationId = invoice.OrganizationId },
            clock.RecordedBy(access.UserId),
            cancel);
        await db.SaveChangesAsync(cancel);
        changes.Add(new PaymentChange(PaymentChangeKind.InvoicesChanged, null, [invoice.OrganizationId], [invoice.Id]));
        return (new AddInvoiceResult.Added(invoice.Id, invoice.Number), access.UserId);
    }

    private async Task<IReadOnlyList<AddedLine>> AddManyAsync(
        AppDbContext db, int batchId, IReadOnlyList<ImportedInvoice> lines, Access access, ICollection<PaymentChange> changes, CancellationToken cancel)
    {
        var portion = await ImportPortion.LoadAsync(db, lines, cancel);
        var fresh = portion.Sort();
        var organizations = await portion.AddOrganizationsAsync(db, fresh, cancel);
        var invoices = portion.AddInvoices(db, fresh, batchId, clock.Today, clock.Now);
        await db.SaveChangesAsync(cancel);
        if (invoices.Count > 0)
        {
            var recorded = clock.RecordedBy(access.UserId);
            await db.AppendAuditAsync(portion.Audit(batchId, invoices, organizations), recorded, cancel);
            await db.SaveChangesAsync(cancel);
            int[] touched = [.. invoices.Select(invoice => invoice.OrganizationId).Distinct()];
            changes.Add(new PaymentChange(PaymentChangeKind.InvoicesChanged, null, touched, []));
            if (organizations.Count > 0)
            {
                changes.Add(new PaymentChange(PaymentChangeKind.OrganizationsChanged, null, touched, []));
            }
        }

        return portion.Results();
    }

    private static AuditFact Audit(string action, string entity, int id, object body) =>
        new(action, entity, id.ToString(CultureInfo.InvariantCulture), JsonSerializer.Serialize(body, JsonSerializerOptions.Web));

    private static string? TrimmedOrNull(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
