using Microsoft.EntityFrameworkCore;
using PaymentsApp.Data;
using PaymentsApp.Invoicing.Import;
using PaymentsApp.Tests.Support;

namespace PaymentsApp.Tests.Invoicing.Import;

/// <summary>A file says who pays for whom.</summary>
public sealed class ImportPayersTests : IDisposable
{
    private const string Header = "Invoice number,Customer number,Customer name,Amount,Currency,Invoice date,Payer number,Payer name";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory, BothDatabases]
    public async Task New_organizations_are_paid_by_the_payer_of_their_line(DatabaseProvider provider)
    {
        await using var app = await TestDatabase.CreateAsync(provider);
        await app.FinanceAsync();

        var outcome = await ImportAsync(
            app,
            "I-1,C-1,Harbor Books,100.00,USD,2026-01-26,A-1,Meridian Media",
            "I-2,C-2,Kite Ltd,100.00,USD,2026-01-26,A-2,",
            "I-3,A-2,Northlight,100.00,USD,2026-01-26,A-2,",
            "I-4,C-3,Pays itself,100.00,USD,2026-01-26,,");

        Assert.Equal((4, 0), (outcome.Tally.Added, outcome.Tally.Rejected));
        Assert.Equal(
            ["A-1 Meridian Media -", "A-2 Northlight -", "C-1 Harbor Books A-1", "C-2 Kite Ltd A-2", "C-3 Pays itself -"], await PayersAsync(app));
    }

    [Fact]
    public async Task Existing_organizations_keep_their_payer_and_a_chain_is_rejected()
    {
        await using var app = await TestDatabase.CreateAsync();
        await app.FinanceAsync();
        await ImportAsync(app, "I-1,C-1,Harbor Books,100.00,USD,2026-01-26,A-1,Meridian Media");

        var outcome = await ImportAsync(
            app,
            "I-2,C-1,Harbor Books,100.00,USD,2026-01-26,A-9,Somebody else",
            "I-3,C-4,Below a client,100.00,USD,2026-01-26,C-1,",
            "I-4,C-5,Middle,100.00,USD,2026-01-26,C-6,",
            "I-5,C-7,Bottom,100.00,USD,2026-01-26,C-5,");

        Assert.Equal((2, 2), (outcome.Tally.Added, outcome.Tally.Rejected));
        var rejected = await File.ReadAllTextAsync(outcome.RejectedPath!, TestContext.Current.CancellationToken);
        Assert.Contains("C-1 cannot pay for others: somebody else pays for it.", rejected, StringComparison.Ordinal);
        Assert.Contains("C-5 pays for others, so C-6 cannot pay for it.", rejected, StringComparison.Ordinal);
        Assert.Equal(["A-1 Meridian Media -", "C-1 Harbor Books A-1", "C-5 C-5 -", "C-7 Bottom C-5"], await PayersAsync(app));
    }

    private static Task<List<string>> PayersAsync(TestDatabase app) => app.ReadAsync(db => db.Organizations
        .OrderBy(organization => organization.CustomerNumber)
        .Select(organization => organization.CustomerNumber + " " + organization.Name + " "
            + (db.Organizations.Where(payer => payer.Id == organization.PayerId).Select(payer => payer.CustomerNumber).FirstOrDefault() ?? "-"))
        .ToListAsync());

    private async Task<ImportOutcome> ImportAsync(TestDatabase app, params string[] lines)
    {
        var path = _folder.File($"{Guid.CreateVersion7()}.csv");
        await File.WriteAllLinesAsync(path, [Header, .. lines], TestContext.Current.CancellationToken);
        var file = await app.Get<InvoiceImport>().AnalyseAsync(path, null, null, default);
        var plan = ImportPlan.Make(file, new ImportChoices { Currency = "USD", DecimalMark = '.' });
        Assert.Empty(plan.Questions);
        return await app.Get<InvoiceImport>().RunAsync(plan, "file.csv", _folder.File($"{Guid.CreateVersion7()}.csv"), null, default);
    }
}
