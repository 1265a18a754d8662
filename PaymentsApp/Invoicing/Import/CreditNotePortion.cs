using System.Globalization;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using PaymentsApp.Data;
using PaymentsApp.Domain;

namespace PaymentsApp.Invoicing.Import;

/// <summary>
/// The credit notes among a transaction's lines. Their numbers are unique by themselves, so that a repetition is found across the file and
/// across imports; an invoice of the same number is another document.
/// </summary>
internal sealed class CreditNotePortion
{
    private const string ReasonUnknown = "Imported";

    private readonly IReadOnlyList<ImportedInvoice> _lines;
    private readonly AddedLine?[] _results;
    private readonly Dictionary<string, KnownInvoice> _known;
    private readonly ImportCustomers _customers;
    private readonly LedgerHead _head;
    private readonly DateOnly _today;
    private readonly List<CreditNote> _added = [];

    private CreditNotePortion(
        IReadOnlyList<ImportedInvoice> lines, Dictionary<string, KnownInvoice> known, ImportCustomers customers, LedgerHead head, DateOnly today)
    {
        _lines = lines;
        _results = new AddedLine?[lines.Count];
        _known = known;
        _customers = customers;
        _head = head;
        _today = today;
    }

    /// <param name="db">The context of the transaction, or one for reading.</param>
    /// <param name="lines">Credit notes only.</param>
    /// <param name="head">Says which days are closed; locked, when lines are to be written.</param>
    /// <param name="today">The day of a credit note without one.</param>
    /// <param name="cancel">Stops reading.</param>
    public static async Task<CreditNotePortion> LoadAsync(
        AppDbContext db, IReadOnlyList<ImportedInvoice> lines, LedgerHead head, DateOnly today, CancellationToken cancel)
    {
        string[] keys = [.. lines.Select(line => SearchText.Key(line.Number)).Distinct()];
        var found = await (
            from note in db.CreditNotes.AsNoTracking()
            where EF.Parameter(keys).Contains(note.NumberKey)
            join organization in db.Organizations on note.OrganizationId equals organization.Id
            select new { Note = note, organization.CustomerNumber, organization.SearchName }).ToListAsync(cancel);
        return new CreditNotePortion(
            lines,
            found.ToDictionary(row => row.Note.NumberKey, row => Known(row.Note.OrganizationId, row.Note.Number, row.CustomerNumber, row.SearchName, row.Note.Total, row.Note.IssuedOn)),
            await ImportCustomers.LoadAsync(db, lines, cancel),
            head,
            today);
    }

    /// <summary>Settles every line that is there already or refused; returns the places of the others.</summary>
    public IReadOnlyList<int> Sort()
    {
        var fresh = new List<int>();
        for (var i = 0; i < _lines.Count; i++)
        {
            var line = _lines[i];
            if (_known.TryGetValue(SearchText.Key(line.Number), out var known))
            {
                _results[i] = known.DifferenceFrom(line with { DueOn = null }) is { } difference
                    ? Refused(line, ImportProblemKind.OtherFigures, $"Credit note {line.Number} is already there with other figures: {difference}.")
                    : new AddedLine(line, LineOutcome.Unchanged, 0, known.OrganizationId, Money.Zero(line.Total.Currency), null);
            }
            else if (_customers.WhyNot(line) is { } problem)
            {
                _results[i] = Refused(line, problem.Kind, problem.Reason);
            }
            else if (_head.ClosedThrough is { } closed && DayOf(line) <= closed)
            {
                _results[i] = Refused(
                    line, ImportProblemKind.ClosedPeriod, $"{Text(DayOf(line))} lies in a closed period: nothing is dated {Text(closed)} or earlier.");
            }
            else
            {
                _known.Add(
                    SearchText.Key(line.Number),
                    Known(0, line.Number, line.CustomerNumber ?? "", SearchText.Normalize(line.CustomerName ?? ""), line.Total, DayOf(line)));
                fresh.Add(i);
            }
        }

        return fresh;
    }

    /// <summary>Adds the organizations that the fresh lines name and nobody knows yet.</summary>
    public Task<IReadOnlyList<Organization>> AddOrganizationsAsync(AppDbContext db, IReadOnlyList<int> fresh, CancellationToken cancel) =>
        _customers.AddMissingAsync(db, fresh.Select(i => _lines[i]), cancel);

    /// <summary>Adds the fresh lines, after their organizations.</summary>
    public IReadOnlyList<CreditNote> AddCreditNotes(AppDbContext db, IReadOnlyList<int> fresh, Recorded recorded)
    {
        foreach (var i in fresh)
        {
            var line = _lines[i];
            var organization = _customers.Find(line) ?? throw new InvalidOperationException("Every fresh line has its organization by now.");
            var note = new CreditNote(
                Guid.CreateVersion7(recorded.At), organization.Id, line.Number, line.Total, DayOf(line),
                line.Description ?? line.MagazineIssue ?? line.Product ?? ReasonUnknown, recorded);
            db.CreditNotes.Add(note);
            _added.Add(note);
            _results[i] = new AddedLine(line, LineOutcome.Added, 0, organization.Id, Money.Zero(line.Total.Currency), null);
        }

        return _added;
    }

    /// <summary>What became of each line, or would become of it.</summary>
    public IReadOnlyList<AddedLine> Results(IReadOnlyList<int> fresh)
    {
        var isFresh = fresh.ToHashSet();
        return
        [
            .. _results.Select((result, i) => result ?? new AddedLine(
                _lines[i], isFresh.Contains(i) ? LineOutcome.Added : LineOutcome.Unchanged, 0, 0, Money.Zero(_lines[i].Total.Currency), null)),
        ];
    }

    public AuditFact Audit(int batchId, IReadOnlyList<Organization> organizations) => new(
        "Imported",
        nameof(InvoiceBatch),
        batchId.ToString(CultureInfo.InvariantCulture),
        JsonSerializer.Serialize(new
        {
            creditNotes = _added.Select(note => note.Number),
            totals = _added.GroupBy(note => note.Currency).ToDictionary(group => group.Key, group => group.Sum(note => note.TotalMinor)),
            newOrganizationIds = organizations.Select(organization => organization.Id),
        }));

    private DateOnly DayOf(ImportedInvoice line) => line.IssuedOn ?? _today;

    // A credit note is due at no time: its day stands for both.
    private static KnownInvoice Known(int organizationId, string number, string customerNumber, string searchName, Money total, DateOnly issuedOn) =>
        new(0, organizationId, number, customerNumber, searchName, total, Money.Zero(total.Currency), issuedOn, issuedOn);

    private static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static AddedLine Refused(ImportedInvoice line, ImportProblemKind kind, string reason) => new(
        line, LineOutcome.Refused, 0, 0, Money.Zero(line.Total.Currency), new ImportProblem(line.Line.Number, kind, reason));
}
