using Microsoft.EntityFrameworkCore;
using PaymentsApp.Data;
using PaymentsApp.Domain;
using PaymentsApp.Invoicing.Import;
using PaymentsApp.Tests.Support;

namespace PaymentsApp.Tests.Invoicing.Import;

/// <summary>Files as they come from other programs, counted by hand.</summary>
[Trait("Needs", "SharedData")]
public sealed class RealFileImportTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory, BothDatabases]
    public async Task Accounts_receivable_comes_in_whole_and_settled(DatabaseProvider provider)
    {
        var path = SharedData.PathOf("invoices/accounts-receivable.csv");
        await using var app = await TestDatabase.CreateAsync(provider);
        await app.FinanceAsync();
        var plan = await PlanAsync(app, path, round: false);

        Assert.Equal("invoiceNumber", Header(plan, ImportField.InvoiceNumber));
        Assert.Equal("customerID", Header(plan, ImportField.CustomerNumber));
        Assert.Equal(DateOrder.MonthDayYear, plan.DateOrders[ImportField.SettledOn]);
        var first = await RunAsync(app, plan);
        var again = await RunAsync(app, plan);

        Assert.Equal((2466, 0, 0, 2466), (first.Added, first.Unchanged, first.Rejected, first.Payments));
        Assert.Equal((0, 2466, 0, 0), (again.Added, again.Unchanged, again.Rejected, again.Payments));
        Assert.Equal(100, await app.ReadAsync(db => db.Organizations.CountAsync()));
        Assert.Equal(0, await app.ReadAsync(db => db.Invoices.SumAsync(invoice => invoice.OutstandingMinor)));
        Assert.Equal(await app.ReadAsync(db => db.Invoices.SumAsync(invoice => invoice.TotalMinor)), await app.ReadAsync(db => db.Allocations.SumAsync(row => row.AmountMinor)));
        var one = await app.ReadAsync(db => db.Invoices.SingleAsync(invoice => invoice.Number == "0000611365"));
        Assert.Equal((new DateOnly(2013, 1, 2), new DateOnly(2013, 2, 1), new Money(5594, "USD")), (one.IssuedOn, one.DueOn, one.Total));
        Assert.Equal(
            new DateOnly(2013, 1, 15),
            await app.ReadAsync(db => db.Allocations.Where(row => row.InvoiceId == one.Id).Select(row => row.AppliedOn).SingleAsync()));
    }

    [Theory, BothDatabases]
    public async Task Yen_with_cents_are_rejected_and_come_in_rounded(DatabaseProvider provider)
    {
        var path = SharedData.PathOf("payment-matching/invoices.csv");
        await using var app = await TestDatabase.CreateAsync(provider);
        await app.FinanceAsync();
        var plan = await PlanAsync(app, path, round: false);

        Assert.Equal("Billing Number", Header(plan, ImportField.InvoiceNumber));
        Assert.Equal("Customer ID", Header(plan, ImportField.CustomerNumber));
        Assert.Equal("Customer Name", Header(plan, ImportField.CustomerName));
        Assert.Equal(DateOrder.YearMonthDay, plan.DateOrders[ImportField.IssuedOn]);
        var outcome = await app.Get<InvoiceImport>().RunAsync(plan, "invoices.csv", _folder.File("rejected.csv"), null, default);

        Assert.Equal((13_662, 1_865), (outcome.Tally.Added, outcome.Tally.Rejected));
        Assert.Equal([(ImportProblemKind.ExtraDecimals, 1_865L)], outcome.Tally.Kinds);
        Assert.Equal(new ImportProblem(2, ImportProblemKind.ExtraDecimals, "24168654.34 JPY has decimals, but JPY has none."), outcome.Tally.Problems[0]);

        var rest = await RunAsync(app, await PlanAsync(app, _folder.File("rejected.csv"), round: true));
        Assert.Equal((1_865, 0, 1_865), (rest.Added, rest.Rejected, rest.Rounded));
        Assert.Equal(15_527, await app.ReadAsync(db => db.Invoices.CountAsync()));
        Assert.Equal(50, await app.ReadAsync(db => db.Organizations.CountAsync()));
        Assert.Equal(24_168_654, await app.ReadAsync(db => db.Invoices.Where(invoice => invoice.Number == "INV10000").Select(invoice => invoice.TotalMinor).SingleAsync()));
    }

    private async Task<ImportTally> RunAsync(TestDatabase app, ImportPlan plan) =>
        (await app.Get<InvoiceImport>().RunAsync(plan, "file.csv", _folder.File($"{Guid.CreateVersion7()}.csv"), null, default)).Tally;

    private static async Task<ImportPlan> PlanAsync(TestDatabase app, string path, bool round)
    {
        var plan = ImportPlan.Make(
            await app.Get<InvoiceImport>().AnalyseAsync(path, null, null, default), new ImportChoices { Currency = "USD", RoundExtraDecimals = round });
        Assert.Empty(plan.Questions);
        return plan;
    }

    private static string Header(ImportPlan plan, ImportField field) => plan.File.Columns[plan.ColumnOf(field) ?? -1].Header;
}
