using System.Globalization;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using PaymentsApp.Data;
using PaymentsApp.Domain;

namespace PaymentsApp.Invoicing.Import;

/// <summary>
/// One transaction's worth of lines, held against what the database has. The unique invoice number finds
/// repetitions, across the file and across imports, so nothing about earlier lines is kept in memory.
/// </summary>
internal sealed class ImportPortion
{
    private readonly IReadOnlyList<ImportedInvoice> _lines;
    private readonly AddedLine?[] _results;
    private readonly Dictionary<string, KnownInvoice> _known;
    private readonly ImportCustomers _customers;
    private readonly List<(int Line, Invoice Invoice)> _added = [];

    private ImportPortion(IReadOnlyList<ImportedInvoice> lines, Dictionary<string, KnownInvoice> known, ImportCustomers customers)
    {
        _lines = lines;
        _results = new AddedLine?[lines.Count];
        _known = known;
        _customers = customers;
    }

    public static async Task<ImportPortion> LoadAsync(AppDbContext db, IReadOnlyList<ImportedInvoice> lines, CancellationToken cancel) =>
        new(lines, await KnownInvoicesAsync(db, lines, cancel), await ImportCustomers.LoadAsync(db, lines, cancel));

    /// <summary>How the lines would fare, without writing anything.</summary>
    public static async Task<IReadOnlyList<AddedLine>> CheckAsync(AppDbContext db, IReadOnlyList<ImportedInvoice> lines, CancellationToken cancel)
    {
        var portion = await LoadAsync(db, lines, cancel);
        var fresh = portion.Sort().ToHashSet();
        return
        [
            .. portion._results.Select((result, i) => result ?? (fresh.Contains(i)
                ? new AddedLine(lines[i], LineOutcome.Added, 0, 0, lines[i].Total, null)
                : new AddedLine(lines[i], LineOutcome.Unchanged, 0, 0, Money.Zero(lines[i].Total.Currency), null))),
        ];
    }

    /// <summary>The invoices with the lines' numbers that are there, by number key.</summary>
    public static async Task<Dictionary<string, KnownInvoice>> KnownInvoicesAsync(
        AppDbContext db, IReadOnlyList<ImportedInvoice> lines, CancellationToken cancel)
    {
        string[] keys = [.. lines.Select(line => SearchText.Key(line.Number)).Distinct()];
        var known = await (
            from invoice in db.Invoices.AsNoTracking()
            where EF.Parameter(keys).Contains(invoice.NumberKey)
            join organization in db.Organizations on invoice.OrganizationId equals organization.Id
            select new { Invoice = invoice, organization.CustomerNumber, organization.SearchName }).ToListAsync(cancel);
        return known.ToDictionary(row => row.Invoice.NumberKey, row => KnownInvoice.Of(row.Invoice, row.CustomerNumber, row.SearchName));
    }

    /// <summary>Settles every line that is there already or refused; returns the places of the others.</summary>
    public IReadOnlyList<int> Sort()
    {
        var fresh = new List<int>();
        var firstWith = new Dictionary<string, ImportedInvoice>();
        for (var i = 0; i < _lines.Count; i++)
        {
            var line = _lines[i];
            var key = SearchText.Key(line.Number);
            if (_known.TryGetValue(key, out var known))
            {
                _results[i] = known.DifferenceFrom(line) is { } difference
                    ? Refused(line, ImportProblemKind.OtherFigures, $"Invoice {line.Number} is already there with other figures: {difference}.")
                    : new AddedLine(line, LineOutcome.Unchanged, known.Id, known.OrganizationId, known.Outstanding, null);
            }
            else if (firstWith.TryGetValue(key, out var first))
            {
                _results[i] = Repeated(line, first);
            }
            else if (_customers.WhyNot(line) is { } problem)
            {
                _results[i] = Refused(line, problem.Kind, problem.Reason);
            }
            else
            {
                firstWith.Add(key, line);
                fresh.Add(i);
            }
        }

        return fresh;
    }

    /// <summary>Adds the organizations that the fresh lines name and nobody knows yet.</summary>
    public Task<IReadOnlyList<Organization>> AddOrganizationsAsync(AppDbContext db, IReadOnlyList<int> fresh, CancellationToken cancel) =>
        _customers.AddMissingAsync(db, fresh.Select(i => _lines[i]), cancel);

    public IReadOnlyList<Invoice> AddInvoices(AppDbContext db, IReadOnlyList<int> fresh, int batchId, DateOnly today, DateTime recordedAt)
    {
        foreach (var i in fresh)
        {
            var line = _lines[i];
            var organization = _customers.Find(line) ?? throw new InvalidOperationException("Every fresh line has its organization by now.");
            var issuedOn = line.IssuedOn ?? (line.DueOn < today ? line.DueOn.Value : today);
            var dueOn = line.DueOn ?? issuedOn.AddDays(line.PaymentTermsDays ?? organization.PaymentTermsDays);
            var invoice = new Invoice(organization.Id, line.Number, line.Total.Currency, issuedOn, dueOn, line.Total.Minor);
            invoice.AddRow(new InvoiceRow(
                1, line.Description ?? line.MagazineIssue ?? line.Product ?? $"Invoice {line.Number}", line.MagazineIssue, line.Product, line.Total.Minor));
            invoice.PutInBatch(batchId);
            invoice.RecordAt(recordedAt);
            organization.PutTermsOn(invoice);
            db.Invoices.Add(invoice);
            _added.Add((i, invoice));
        }

        return [.. _added.Select(added => added.Invoice)];
    }

    /// <summary>What became of each line; after the invoices are saved.</summary>
    public IReadOnlyList<AddedLine> Results()
    {
        foreach (var (line, invoice) in _added)
        {
            _results[line] = new AddedLine(
                _lines[line], LineOutcome.Added, invoice.Id, invoice.OrganizationId, new Money(invoice.TotalMinor, invoice.Currency), null);
        }

        // A repetition inside the portion is unchanged beside the line that came first.
        return [.. _results.Select((result, i) => result ?? Unchanged(_lines[i]))];
    }

    public AuditFact Audit(int batchId, IReadOnlyList<Invoice> invoices, IReadOnlyList<Organization> organizations) => new(
        "Imported",
        nameof(InvoiceBatch),
        batchId.ToString(CultureInfo.InvariantCulture),
        JsonSerializer.Serialize(new
        {
            invoices = invoices.Count,
            firstInvoiceId = invoices.Min(invoice => invoice.Id),
            lastInvoiceId = invoices.Max(invoice => invoice.Id),
            totals = invoices.GroupBy(invoice => invoice.Currency).ToDictionary(group => group.Key, group => group.Sum(invoice => invoice.TotalMinor)),
            newOrganizationIds = organizations.Select(organization => organization.Id),
        }));

    private static AddedLine? Repeated(ImportedInvoice line, ImportedInvoice first)
    {
        var asKnown = new KnownInvoice(
            0, 0, first.Number, first.CustomerNumber ?? "", SearchText.Normalize(first.CustomerName ?? ""), first.Total, first.Total,
            first.IssuedOn ?? line.IssuedOn ?? default, first.DueOn ?? line.DueOn ?? default);
        return asKnown.DifferenceFrom(line) is { } difference
            ? Refused(
                line,
                ImportProblemKind.OtherFigures,
                $"Invoice {line.Number} came before, on line {first.Line.Number.ToString(CultureInfo.InvariantCulture)}, with other figures: {difference}.")
            : null;
    }

    private AddedLine Unchanged(ImportedInvoice line)
    {
        var key = SearchText.Key(line.Number);
        var invoice = _added.First(added => added.Invoice.NumberKey == key).Invoice;
        return new AddedLine(line, LineOutcome.Unchanged, invoice.Id, invoice.OrganizationId, invoice.Outstanding, null);
    }

    private static AddedLine Refused(ImportedInvoice line, ImportProblemKind kind, string reason) => new(
        line, LineOutcome.Refused, 0, 0, Money.Zero(line.Total.Currency), new ImportProblem(line.Line.Number, kind, reason));
}
