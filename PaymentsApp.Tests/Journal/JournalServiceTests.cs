using System.Globalization;
using CsvHelper;
using Microsoft.EntityFrameworkCore;
using PaymentsApp.Data;
using PaymentsApp.Domain;
using PaymentsApp.Journal;
using PaymentsApp.Tests.Support;

namespace PaymentsApp.Tests.Journal;

/// <summary>The double entry that is derived from the facts: it balances, agrees with the kept balances, and is always the same.</summary>
public sealed class JournalServiceTests
{
    private static readonly DateOnly First = new(2000, 1, 1);
    private static readonly DateOnly Last = new(2100, 1, 1);

    [Theory, BothDatabases]
    public async Task Every_entry_balances_and_the_accounts_are_the_balances(DatabaseProvider provider)
    {
        await using var app = await TestDatabase.CreateAsync(provider);
        await LedgerStory.TellAsync(app);

        await JournalProof.AssertAsync(app, "the story");
    }

    [Theory, BothDatabases]
    public async Task Exporting_twice_gives_the_same_file(DatabaseProvider provider)
    {
        await using var app = await TestDatabase.CreateAsync(provider);
        await LedgerStory.TellAsync(app);
        await app.FinanceAsync();

        var first = await JournalProof.ExportAsync(app, First, Last);
        await app.OrganizationAsync(); // the world goes on
        var second = await JournalProof.ExportAsync(app, First, Last);

        Assert.Equal(first, second);
        var audit = await app.ReadAsync(db => db.AuditEntries.OrderByDescending(entry => entry.Seq).FirstAsync());
        Assert.Equal(("Exported", "Journal"), (audit.Action, audit.Entity));
    }

    [Theory, BothDatabases]
    public async Task The_file_says_what_happened(DatabaseProvider provider)
    {
        await using var app = await TestDatabase.CreateAsync(provider);
        await LedgerStory.TellAsync(app);
        await app.FinanceAsync();

        var lines = Lines(await JournalProof.ExportAsync(app, First, Last));

        // Two invoices; two payments, one returned with a fee; a bank fee; three allocations, two taken back; a credit note, netted and taken back, paid back and taken back; two refunds, one taken back.
        Assert.Equal(
            [
                "Allocation 3", "BankFee 1", "CreditNote 1", "CreditNoteApplied 1", "CreditNoteRefund 1", "Invoice 2", "Payment 2", "Refund 2",
                "ReturnFee 1", "Reversal of Allocation 2", "Reversal of CreditNoteApplied 1", "Reversal of CreditNoteRefund 1", "Reversal of Payment 1", "Reversal of Refund 1",
            ],
            lines.Where(line => line["Line"] == "1").GroupBy(line => line["Fact"]).Select(group => $"{group.Key} {group.Count()}").Order(StringComparer.Ordinal));
        var fee = lines.Where(line => line["Fact"] == "BankFee").ToList();
        Assert.Equal([("6100", "5.00", "", "P-000001"), ("2100", "", "5.00", "P-000001")], fee.Select(line => (line["Account"], line["Debit"], line["Credit"], line["Reference"])));
        Assert.Equal(lines.Count, lines.Select(line => (line["Entry"], line["Line"])).Distinct().Count());
    }

    [Fact]
    public async Task Only_the_period_is_exported()
    {
        await using var app = await TestDatabase.CreateAsync();
        await LedgerStory.TellAsync(app);
        await app.FinanceAsync();

        var tomorrow = app.Today.AddDays(1);
        Assert.Empty(Lines(await JournalProof.ExportAsync(app, tomorrow, Last)));
        Assert.NotEmpty(Lines(await JournalProof.ExportAsync(app, app.Today, app.Today)));
    }

    [Fact]
    public async Task A_name_that_a_spreadsheet_would_compute_is_text()
    {
        await using var app = await TestDatabase.CreateAsync();
        await app.FinanceAsync();
        await app.InvoiceAsync(await app.OrganizationAsync(name: "=HYPERLINK(\"http://x\")"), total: 100);

        var line = Lines(await JournalProof.ExportAsync(app, First, Last))[0];

        Assert.Equal("'=HYPERLINK(\"http://x\")", line["Organization"]);
        Assert.Equal("100.00", line["Debit"]);
    }

    [Fact]
    public async Task An_account_is_called_as_the_books_call_it()
    {
        await using var app = await TestDatabase.CreateAsync();
        await app.FinanceAsync();
        var journal = app.Get<JournalService>();

        Assert.Null(await journal.SaveAccountAsync(new AccountForm(LedgerAccount.Bank, " 1800 ", "Checking account"), default));
        Assert.NotNull(await journal.SaveAccountAsync(new AccountForm(LedgerAccount.Sales, " ", "Sales"), default));
        Assert.NotNull(await journal.SaveAccountAsync(new AccountForm(LedgerAccount.Sales, "4111 1111 1111 1111", "Sales"), default));

        var accounts = await journal.AccountsAsync(default);
        Assert.Contains(new AccountForm(LedgerAccount.Bank, "1800", "Checking account"), accounts);
        Assert.Contains(new AccountForm(LedgerAccount.Sales, "4000", "Advertising sales"), accounts);
        Assert.Equal(Enum.GetValues<LedgerAccount>().Length, accounts.Count);
    }

    private static List<Dictionary<string, string>> Lines(string csv)
    {
        using var reader = new CsvReader(new StringReader(csv), CultureInfo.InvariantCulture);
        return [.. reader.GetRecords<dynamic>().Select(record =>
            ((IDictionary<string, object>)record).ToDictionary(cell => cell.Key, cell => (string)cell.Value))];
    }
}
