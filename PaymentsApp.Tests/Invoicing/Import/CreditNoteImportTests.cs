using Microsoft.EntityFrameworkCore;
using PaymentsApp.Data;
using PaymentsApp.Invoicing.Import;
using PaymentsApp.Tests.Support;

namespace PaymentsApp.Tests.Invoicing.Import;

public sealed class CreditNoteImportTests : IDisposable
{
    private const string Header = "Invoice number,Customer number,Document type,Amount,Currency,Invoice date,Due date,Settled date,Description";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory, BothDatabases]
    public async Task Negative_totals_and_credit_types_become_credit_notes_and_the_same_file_adds_nothing(DatabaseProvider provider)
    {
        await using var app = await TestDatabase.CreateAsync(provider);
        await app.FinanceAsync();
        string[] lines =
        [
            "I-1,C-1,Invoice,100.00,USD,2026-01-26,,,Full page",
            "CN-1,C-1,,-30.00,USD,2026-01-27,2026-01-01,2026-01-28,Wrong size",
            "CN-2,C-2,Credit memo,(20.00),USD,2026-01-27,,,",
            "I-1,C-3,Gutschrift,5.00,EUR,,,,", // an invoice of the same number is another document
            "cn 1,C-1,Credit note,30.00,USD,2026-01-27,,,Wrong size",
        ];

        var check = await CheckAsync(app, lines);
        var first = await ImportAsync(app, lines);
        app.Time.Advance(TimeSpan.FromDays(3));
        var again = await ImportAsync(app, lines);

        Assert.Equal((1, 3, 1, 0, 0), Counts(check));
        Assert.Equal((1, 3, 1, 0, 0), Counts(first));
        Assert.Equal((0, 0, 5, 0, 0), Counts(again));
        var notes = await app.ReadAsync(db => db.CreditNotes.AsNoTracking().OrderBy(note => note.TotalMinor).ToListAsync());
        Assert.Equal([(5_00, "EUR", "Imported"), (20_00, "USD", "Imported"), (30_00, "USD", "Wrong size")], notes.Select(note => (note.TotalMinor, note.Currency, note.Reason)));
        Assert.Equal(new DateOnly(2026, 1, 27), notes[2].IssuedOn);
        Assert.Equal(0, await app.ReadAsync(db => db.Payments.CountAsync()));
        Assert.Equal(3, await app.ReadAsync(db => db.Organizations.CountAsync()));
        Assert.Empty(await app.VerifyAsync());
    }

    [Theory, BothDatabases]
    public async Task What_cannot_be_a_credit_note_comes_back_with_the_reason(DatabaseProvider provider)
    {
        await using var app = await TestDatabase.CreateAsync(provider);
        await app.FinanceAsync();
        await ImportAsync(app, "CN-1,C-1,Credit,30.00,USD,2026-01-27,,,");
        await app.WriteAsync(async db =>
        {
            (await db.LockLedgerHeadAsync(default)).CloseThrough(new DateOnly(2025, 12, 31));
            return true;
        });

        var outcome = await ImportAsync(
            app,
            "CN-1,C-1,Credit,31.00,USD,2026-01-27,,,",
            "CN-2,C-1,Credit,0.00,USD,2026-01-27,,,",
            "CN-3,C-1,Payment,-9.00,USD,2026-01-27,,,",
            "CN-4,C-1,Credit,9.00,USD,2025-12-31,,,",
            "CN-5,C-1,Credit,9.00,USD,2026-01-01,,,",
            "CN-5,C-1,Credit,8.00,USD,2026-01-01,,,");

        Assert.Equal((0, 1, 0, 5, 0), Counts(outcome));
        Assert.Equal(
            [ImportProblemKind.OtherFigures, ImportProblemKind.NotPositive, ImportProblemKind.NotPositive, ImportProblemKind.ClosedPeriod, ImportProblemKind.OtherFigures],
            outcome.Problems.Select(problem => problem.Kind));
        Assert.Equal("The total -9.00 is negative, and “Payment” is neither an invoice nor a credit note.", outcome.Problems[2].Reason);
    }

    private static (long, long, long, long, long) Counts(ImportTally tally) => (tally.Added, tally.CreditNotes, tally.Unchanged, tally.Rejected, tally.Payments);

    private async Task<ImportTally> ImportAsync(TestDatabase app, params string[] lines) =>
        (await app.Get<InvoiceImport>().RunAsync(await PlanAsync(app, lines), "file.csv", _folder.File($"{Guid.CreateVersion7()}.csv"), null, default)).Tally;

    private async Task<ImportTally> CheckAsync(TestDatabase app, params string[] lines) =>
        await app.Get<InvoiceImport>().CheckAsync(await PlanAsync(app, lines), null, default);

    private async Task<ImportPlan> PlanAsync(TestDatabase app, string[] lines)
    {
        var path = _folder.File($"{Guid.CreateVersion7()}.csv");
        await File.WriteAllLinesAsync(path, [Header, .. lines]);
        var file = await app.Get<InvoiceImport>().AnalyseAsync(path, null, null, default);
        var plan = ImportPlan.Make(file, new ImportChoices { Currency = "USD", DecimalMark = '.' });
        Assert.True(plan.ColumnOf(ImportField.DocumentType) is not null);
        return plan with { Questions = [] };
    }
}
