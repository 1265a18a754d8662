using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PaymentsApp.Data;
using PaymentsApp.Domain;
using PaymentsApp.Payments;
using PaymentsApp.Statements;
using PaymentsApp.Tests.Payments;
using PaymentsApp.Tests.Support;

namespace PaymentsApp.Tests.Statements;

/// <summary>What a statement says is what the balances say, whatever happened before.</summary>
public sealed class StatementBalanceTests(ITestOutputHelper output)
{
    private static readonly CancellationToken None = CancellationToken.None;

    [Theory]
    [InlineData(DatabaseProvider.Sqlite, 20261123, 10, 30)]
    [InlineData(DatabaseProvider.Sqlite, 4711, 10, 30)]
    [InlineData(DatabaseProvider.Postgres, 815, 6, 15)]
    public async Task An_activity_ends_with_what_is_open_less_what_is_unapplied(DatabaseProvider provider, int seed, int days, int commandsPerDay)
    {
        output.WriteLine($"seed {seed.ToString(CultureInfo.InvariantCulture)}");
        await using var app = await TestDatabase.CreateAsync(provider);
        await app.FinanceAsync();
        var second = app.For(await app.FinanceAsync("Second Person")).GetRequiredService<PaymentService>();
        var model = new LedgerModel(app.Today, await app.ReadAsync(db => db.PaymentTypes.Select(type => type.Id).ToListAsync()));
        var random = new Random(seed);
        Organization[] clients = [await app.OrganizationAsync(), await app.OrganizationAsync(), await app.OrganizationAsync(), await app.OrganizationAsync()];
        model.Organizations.UnionWith(clients.Select(client => client.Id));
        var start = app.Today;
        for (var day = 0; day < days; day++)
        {
            model.Today = app.Today;
            var commands = new RandomCommands(model, random, app.Today);
            await RandomLedgerTests.AddInvoicesAsync(app, model, clients, random);
            for (var i = 0; i < commandsPerDay; i++)
            {
                await RandomLedgerTests.RunAsync(app, second, model, commands.Next());
            }

            app.Time.Advance(TimeSpan.FromDays(1 + random.Next(3)));
        }

        var (lines, withdrawals) = (0, 0);
        var statements = app.Get<StatementDocuments>();
        foreach (var client in clients)
        {
            Dictionary<string, Money> live = (await LiveAsync(app, client.Id)).ToDictionary(balance => balance.Currency);
            for (var round = 0; round < 6; round++)
            {
                var to = round == 0 ? app.Today : start.AddDays(random.Next(app.Today.DayNumber - start.DayNumber));
                var asked = new StatementAsked(client.Id, StatementForm.Activity, to, to.AddDays(-random.Next(20)));
                var activity = (await statements.FindAsync(asked, None))!;
                var items = (await statements.FindAsync(asked with { Form = StatementForm.OpenItem }, None))!;
                foreach (var account in activity.Accounts)
                {
                    var closing = account.Lines.Count == 0 ? account.Opening : account.Lines[^1].Balance;
                    Assert.True(account.Balance == closing, $"seed {seed}, {asked}: {account.Balance} open less credit, {closing} at the end");
                    Assert.Equal(account.Items.Select(item => item.Open).Sum(account.Currency), account.Balance);
                    lines += account.Lines.Count;
                    withdrawals += account.Lines.Count(line => line.Text.StartsWith("Refund of credit note", StringComparison.Ordinal) || line.Text.EndsWith("cancelled", StringComparison.Ordinal));
                }

                Assert.Equal(
                    items.Accounts.Where(account => account.Items.Count > 0).Select(account => account.Balance),
                    activity.Accounts.Where(account => account.Items.Count > 0).Select(account => account.Balance));
                if (round == 0)
                {
                    Assert.All(live, balance => Assert.Equal(balance.Value, activity.Accounts.Single(account => account.Currency == balance.Key).Balance));
                }
            }
        }

        Assert.True(lines > 10 * days, $"{lines} lines");
        Assert.True(withdrawals > 0, "no credit note was cancelled or paid back");
    }

    [Theory, BothDatabases]
    public async Task What_an_agency_pays_for_a_client_moves_from_one_balance_to_the_other(DatabaseProvider provider)
    {
        await using var app = await TestDatabase.CreateAsync(provider);
        var finance = await app.FinanceAsync();
        var rep = await app.RepAsync();
        var agency = await app.OrganizationAsync(rep, "Meridian Media");
        var client = await app.OrganizationAsync(name: "Kite Ltd", payer: agency);
        var invoice = await app.InvoiceAsync(client, 65, number: "INV-9");
        var start = app.Today;
        await app.PaymentAsync(finance, agency, 100, [(invoice, 65)]);
        app.Time.Advance(TimeSpan.FromDays(3));
        var allocation = await app.ReadAsync(db => db.Allocations.SingleAsync());
        Assert.IsType<CorrectionResult.Done>(await app.Get<PaymentService>().UnapplyAsync(new UnapplyAllocation(Guid.CreateVersion7(), allocation.Id, "Wrong invoice"), None));

        Assert.Equal(
            ["Payment P-000001 −100.00, −100.00", "Payment P-000001 applied to INV-9 of Kite Ltd 65.00, −35.00", "Payment P-000001 taken off INV-9 of Kite Ltd −65.00, −100.00"],
            await LinesAsync(app, finance, agency.Id, start));
        Assert.Equal(
            ["Payment P-000001 −100.00, −100.00", "Payment P-000001 applied for other accounts 65.00, −35.00", "Payment P-000001 taken back from other accounts −65.00, −100.00"],
            await LinesAsync(app, rep, agency.Id, start));
        Assert.Equal(
            [$"Invoice INV-9, due {Documents(start.AddDays(30))} 65.00, 65.00", "Payment P-000001 applied to INV-9 −65.00, 0.00", "Payment P-000001 taken off INV-9 65.00, 65.00"],
            await LinesAsync(app, finance, client.Id, start));
    }

    [Theory, BothDatabases]
    public async Task A_rep_of_the_agency_learns_one_sum_of_what_went_to_clients_of_others(DatabaseProvider provider)
    {
        await using var app = await TestDatabase.CreateAsync(provider);
        var finance = await app.FinanceAsync();
        var rep = await app.RepAsync();
        var agency = await app.OrganizationAsync(rep, "Meridian Media");
        var (own, foreign) = (await app.OrganizationAsync(rep, "Own Ltd", payer: agency), await app.OrganizationAsync(name: "Kite Ltd", payer: agency));
        await app.PaymentAsync(finance, agency, 100, [
            (await app.InvoiceAsync(own, 20, number: "INV-1"), 20), (await app.InvoiceAsync(foreign, 35, number: "INV-2"), 35), (await app.InvoiceAsync(foreign, 15, number: "INV-3"), 15)]);

        Assert.Equal(
            ["Payment P-000001 −100.00, −100.00", "Payment P-000001 applied to INV-1 of Own Ltd 20.00, −80.00", "Payment P-000001 applied for other accounts 50.00, −30.00"],
            await LinesAsync(app, rep, agency.Id, app.Today));
    }

    [Theory, BothDatabases]
    public async Task A_credit_note_that_is_cancelled_is_owed_again_until_that_is_taken_back(DatabaseProvider provider)
    {
        await using var app = await TestDatabase.CreateAsync(provider);
        var finance = await app.FinanceAsync();
        var client = await app.OrganizationAsync();
        await app.InvoiceAsync(client, 100, number: "INV-1");
        var note = await app.WriteAsync(db =>
        {
            var note = new CreditNote(Guid.CreateVersion7(), client.Id, "CN-1", Dollars(30), app.Today, "Wrong size", app.Clock.RecordedBy(finance.Id));
            db.CreditNotes.Add(note);
            return Task.FromResult(note);
        });
        var start = app.Today;
        app.Time.Advance(TimeSpan.FromDays(2));
        var cancel = new CancelCreditNote(Guid.CreateVersion7(), note.Id, app.Today, "It was wrong");
        Assert.IsType<CorrectionResult.Done>(await app.Get<PaymentService>().CancelCreditNoteAsync(cancel, None));
        app.Time.Advance(TimeSpan.FromDays(2));
        Assert.IsType<CorrectionResult.Done>(await app.Get<PaymentService>().ReverseWithdrawalAsync(
            new ReverseWithdrawal(Guid.CreateVersion7(), cancel.WithdrawalId, app.Today, "It was right"), None));

        Assert.Equal(
            [$"Invoice INV-1, due {Documents(start.AddDays(30))} 100.00, 100.00", "Credit note CN-1 −30.00, 70.00", "Credit note CN-1 cancelled 30.00, 100.00", "Credit note CN-1 cancelled, taken back −30.00, 70.00"],
            await LinesAsync(app, finance, client.Id, start));
        var account = Assert.Single((await app.Get<StatementDocuments>().FindAsync(new StatementAsked(client.Id, StatementForm.OpenItem, start.AddDays(3), start), None))!.Accounts);
        Assert.Equal((Dollars(100), Dollars(0)), (account.Balance, account.Credit));
    }

    [Fact]
    public async Task A_statement_of_a_past_day_shows_what_was_open_then()
    {
        await using var app = await TestDatabase.CreateAsync();
        var finance = await app.FinanceAsync();
        var client = await app.OrganizationAsync();
        var invoice = await app.InvoiceAsync(client, 100, due: app.Today.AddDays(-3), number: "INV-1");
        var before = app.Today;
        app.Time.Advance(TimeSpan.FromDays(5));
        await app.PaymentAsync(finance, client, 130, [(invoice, 100)], reference: "CHK 1");

        var then = Assert.Single((await app.Get<StatementDocuments>().FindAsync(new StatementAsked(client.Id, StatementForm.OpenItem, before, before), None))!.Accounts);
        var now = Assert.Single((await app.Get<StatementDocuments>().FindAsync(new StatementAsked(client.Id, StatementForm.OpenItem, app.Today, before), None))!.Accounts);

        Assert.Equal(new StatementItem("Invoice INV-1", null, before.AddDays(-33), before.AddDays(-3), 3, Dollars(100), Dollars(100)), Assert.Single(then.Items));
        Assert.Equal((Dollars(100), Dollars(100), Dollars(0)), (then.Balance, then.Overdue, then.Credit));
        Assert.Equal(new StatementItem("Payment P-000001", "CHK 1", app.Today, null, 0, Dollars(-130), Dollars(-30)), Assert.Single(now.Items));
        Assert.Equal((Dollars(-30), Dollars(0), Dollars(30)), (now.Balance, now.Overdue, now.Credit));
    }

    private static Money Dollars(long units) => Money.Whole(units, "USD");

    private static string Documents(DateOnly day) => PaymentsApp.Documents.DocumentText.Of(day);

    private static async Task<IEnumerable<string>> LinesAsync(TestDatabase app, TestUser person, int organizationId, DateOnly start)
    {
        var statements = app.For(person).GetRequiredService<StatementDocuments>();
        var statement = (await statements.FindAsync(new StatementAsked(organizationId, StatementForm.Activity, app.Today, start), None))!;
        return Assert.Single(statement.Accounts).Lines
            .Select(line => $"{line.Text} {MoneyText.Figure(line.Amount, CultureInfo.InvariantCulture)}, {MoneyText.Figure(line.Balance, CultureInfo.InvariantCulture)}");
    }

    private static Task<List<Money>> LiveAsync(TestDatabase app, int organizationId) => app.ReadAsync(async db =>
    {
        var open = await db.Invoices.Where(i => i.OrganizationId == organizationId && i.OutstandingMinor > 0).Select(i => new Money(i.OutstandingMinor, i.Currency)).ToListAsync();
        var payments = await db.Payments.Where(p => p.PayerId == organizationId && p.UnappliedMinor > 0).Select(p => new Money(-p.UnappliedMinor, p.Currency)).ToListAsync();
        var notes = await db.CreditNotes.Where(n => n.OrganizationId == organizationId && n.UnappliedMinor > 0).Select(n => new Money(-n.UnappliedMinor, n.Currency)).ToListAsync();
        return new MoneyPerCurrency(open.Concat(payments).Concat(notes)).ToList();
    });
}
