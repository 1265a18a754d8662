using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PaymentsApp.BankDesk;
using PaymentsApp.Data;
using PaymentsApp.Domain;
using PaymentsApp.Tests.Support;

namespace PaymentsApp.Tests.BankDesk;

/// <summary>A database with two people of Finance, two clients and their invoices, and what a clerk does with bank files.</summary>
internal sealed class BankTestDesk : IAsyncDisposable
{
    private static readonly Dictionary<string, string> NoAnswers = [];

    private BankTestDesk(TestDatabase app, TestUser clerk, TestUser colleague, Organization harbor, Organization lark)
    {
        App = app;
        Clerk = clerk;
        Colleague = colleague;
        Harbor = harbor;
        Lark = lark;
    }

    public TestDatabase App { get; }

    public TestUser Clerk { get; }

    public TestUser Colleague { get; }

    public Organization Harbor { get; }

    public Organization Lark { get; }

    public BankReview Review => App.Get<BankReview>();

    public BankQueries Queries => App.Get<BankQueries>();

    public static async Task<BankTestDesk> OpenAsync(DatabaseProvider provider)
    {
        var app = await TestDatabase.CreateAsync(provider);
        var clerk = await app.FinanceAsync("Clara Clerk");
        var colleague = await app.FinanceAsync("Colin Colleague");
        return new BankTestDesk(app, clerk, colleague, await app.OrganizationAsync(name: "Harbor Books"), await app.OrganizationAsync(name: "Lark Hotels"));
    }

    public Task<Invoice> InvoiceAsync(Organization client, decimal total, string number) => App.InvoiceAsync(client, total, number: number);

    public BankReview ReviewOf(TestUser person) => App.For(person).GetRequiredService<BankReview>();

    public async Task<BankImportResult> TryImportAsync(byte[] bytes, string name = "bank.xml", IProgress<BankImportProgress>? progress = null, CancellationToken cancel = default) =>
        await App.Get<BankImport>().ImportAsync(name, bytes, NoAnswers, progress ?? new Progress<BankImportProgress>(), cancel);

    /// <summary>Imports, and gives the file's id.</summary>
    public async Task<Guid> ImportAsync(byte[] bytes, string name = "bank.xml") => Assert.IsType<BankImportResult.Imported>(await TryImportAsync(bytes, name)).FileId;

    /// <summary>All lines of a file, in order.</summary>
    public Task<List<KeptBankLine>> LinesAsync(Guid fileId) => App.ReadAsync(db =>
        (from statement in db.BankStatements
         where statement.FileId == fileId
         join line in db.BankLines on statement.Id equals line.StatementId
         orderby statement.Position, line.Position
         select line).ToListAsync());

    public async Task<IEnumerable<BankLineState>> StatesAsync(Guid fileId) => (await LinesAsync(fileId)).Select(line => line.State);

    public Task<long> OpenOfAsync(Invoice invoice) => App.ReadAsync(db => db.Invoices.Where(found => found.Id == invoice.Id).Select(found => found.OutstandingMinor).SingleAsync());

    public Task<int> PaymentsAsync() => App.ReadAsync(db => db.Payments.CountAsync());

    public ValueTask DisposeAsync() => App.DisposeAsync();
}
