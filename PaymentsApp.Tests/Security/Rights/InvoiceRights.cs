using PaymentsApp.Invoicing;
using PaymentsApp.Invoicing.Details;
using PaymentsApp.Invoicing.Import;
using PaymentsApp.Invoicing.Lists;
using PaymentsApp.Tests.Support;
using static PaymentsApp.Tests.Security.Rights.RightsRow;

namespace PaymentsApp.Tests.Security.Rights;

/// <summary>Invoices and their import.</summary>
internal static class InvoiceRights
{
    private const string File = "Customer number,Customer,Invoice number,Invoice date,Due date,Amount,Currency\nK1,Kiosk,IMPORTED-1,2026-01-13,2026-02-13,10.00,USD\n";

    private static readonly CancellationToken None = CancellationToken.None;

    private static int _numbers;

    public static IEnumerable<RightsRow> Rows { get; } =
    [
        Read<InvoiceQueries>("FindAsync", Rule.Accounts, async (queries, scene) => Answer.Found(await queries.FindAsync(scene.InvoiceId, None))),
        Read<InvoiceQueries>("DefaultsAsync", Rule.FinanceWithoutId, async (queries, _) => Answer.Allowed(await queries.DefaultsAsync(None))),
        Read<InvoiceQueries>("PaymentTermsAsync", Rule.Finance, async (queries, scene) =>
            Answer.Found(await queries.PaymentTermsAsync(scene.OrganizationId, None))),
        Read<InvoiceListQueries>("PageAsync", Rule.Accounts, async (queries, scene) =>
            Answer.Listed(await queries.PageAsync(new InvoiceList(Search: scene.InvoiceNumber), None), row => row.Id == scene.InvoiceId)),
        Read<InvoiceListQueries>("OutstandingAsync", Rule.Accounts, async (queries, scene) =>
            Answer.Listed((await queries.OutstandingAsync(new InvoiceList(Search: scene.InvoiceNumber), None))!, sum => sum.Minor == 6000)),

        Write<InvoiceService>("AddAsync", Rule.Finance, async (service, scene, app) => Answer.Of(await service.AddAsync(InvoiceOf(scene, app), None))),
        Write<InvoiceService>("StartBatchAsync", Rule.FinanceWithoutId, async (service, _, _) => Answer.Allowed(await service.StartBatchAsync("file.csv", None))),
        Write<InvoiceService>("AddManyAsync", Rule.FinanceWithoutId, async (service, _, _) => Answer.Allowed(await service.AddManyAsync(0, [], None))),
        Write<InvoiceImport>("AnalyseAsync", Rule.FinanceWithoutId, async (import, _, app) =>
            Answer.Allowed(await import.AnalyseAsync(await FileAsync(app), null, null, None))),
        Write<InvoiceImport>("CheckAsync", Rule.FinanceWithoutId, async (import, _, app) =>
            Answer.Allowed(await import.CheckAsync(await PlanAsync(app), null, None))),
        Write<InvoiceImport>("RunAsync", Rule.FinanceWithoutId, async (import, _, app) => Answer.Allowed(
            await import.RunAsync(await PlanAsync(app), "file.csv", Path.Combine(app.DataFolder, "rejected.csv"), null, None))),
    ];

    private static NewInvoice InvoiceOf(Scene scene, TestDatabase app) => new(
        scene.OrganizationId, $"NEW-{Interlocked.Increment(ref _numbers)}", "USD", app.Today, app.Today.AddDays(30), [new NewInvoiceRow("Full page", null, null, 1000)]);

    private static async Task<string> FileAsync(TestDatabase app)
    {
        var path = Path.Combine(app.DataFolder, "import.csv");
        await System.IO.File.WriteAllTextAsync(path, File);
        return path;
    }

    private static async Task<ImportPlan> PlanAsync(TestDatabase app)
    {
        var plan = ImportPlan.Make(FileAnalysis.Read(await FileAsync(app), null, null, None), new ImportChoices { Currency = "USD" });
        Assert.True(plan.IsReady, string.Join(' ', plan.Questions));
        return plan;
    }
}
