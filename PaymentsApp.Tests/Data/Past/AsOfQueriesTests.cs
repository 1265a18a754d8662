using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PaymentsApp.Data;
using PaymentsApp.Data.Past;
using PaymentsApp.Domain;
using PaymentsApp.Payments;
using PaymentsApp.Tests.Payments;
using PaymentsApp.Tests.Support;

namespace PaymentsApp.Tests.Data.Past;

/// <summary>A report asked for later is the report that was made on the day.</summary>
public sealed class AsOfQueriesTests(ITestOutputHelper output)
{
    private static readonly CancellationToken Cancel = CancellationToken.None;

    [Theory]
    [InlineData(DatabaseProvider.Sqlite, 20261123, 30, 40)]
    [InlineData(DatabaseProvider.Sqlite, 20261124, 30, 40)]
    [InlineData(DatabaseProvider.Postgres, 20261125, 15, 20)]
    public async Task The_report_made_on_the_day_is_the_one_asked_for_later(DatabaseProvider provider, int seed, int days, int commandsPerDay)
    {
        output.WriteLine($"seed {seed.ToString(CultureInfo.InvariantCulture)}");
        await using var app = await TestDatabase.CreateAsync(provider);
        await app.FinanceAsync();
        var second = app.For(await app.FinanceAsync("Second Person")).GetRequiredService<PaymentService>();
        var model = new LedgerModel(app.Today, await app.ReadAsync(db => db.PaymentTypes.Select(type => type.Id).ToListAsync()));
        var random = new Random(seed);
        Organization[] clients = [await app.OrganizationAsync(), await app.OrganizationAsync(), await app.OrganizationAsync(), await app.OrganizationAsync()];
        model.Organizations.UnionWith(clients.Select(client => client.Id));

        List<(AsOf At, Report Report)> made = [];
        for (var day = 0; day < days; day++)
        {
            model.Today = app.Today;
            var commands = new RandomCommands(model, random, app.Today);
            await RandomLedgerTests.AddInvoicesAsync(app, model, clients, random);
            for (var i = 0; i < commandsPerDay; i++)
            {
                await RandomLedgerTests.RunAsync(app, second, model, commands.Next());
                if (i == commandsPerDay / 2)
                {
                    made.Add((new AsOf(app.Today, app.Clock.Now), await LiveAsync(app)));
                }

                app.Time.Advance(TimeSpan.FromMinutes(1));
            }

            app.Time.Advance(TimeSpan.FromDays(1 + random.Next(3)));
        }

        Assert.Contains(made, report => report.Report.Open.Count > 5);
        Assert.Contains(made, report => report.Report.Credit.Count > 5);
        var facts = await PlainFacts.ReadAsync(app);
        foreach (var (at, report) in made)
        {
            AssertSame(report, await AsOfAsync(app, at), $"seed {seed}, {at}");
            AssertSame(facts.At(at), await AsOfAsync(app, at), $"seed {seed}, facts, {at}");
            foreach (var other in new[] { at with { KnownAt = null }, at with { On = at.On.AddDays(-random.Next(1, 12)) }, new AsOf(app.Today, at.KnownAt) })
            {
                AssertSame(facts.At(other), await AsOfAsync(app, other), $"seed {seed}, {other}");
            }
        }

        AssertSame(await LiveAsync(app), await AsOfAsync(app, new AsOf(app.Today)), $"seed {seed}, today");
        foreach (var client in clients)
        {
            var at = made[made.Count / 2].At;
            var all = await AsOfAsync(app, at);
            var one = await app.ReadAsync(db => db.OpenInvoices(at, client.Id).ToListAsync(Cancel));
            var credit = await app.ReadAsync(db => db.UnappliedCredits(at, client.Id).ToListAsync(Cancel));
            Assert.Equal(all.Open.Where(line => line.OrganizationId == client.Id).Select(line => (line.Id, line.Minor)), one.Select(line => ($"{line.InvoiceId}", line.OutstandingMinor)).Order());
            Assert.Equal(all.Credit.Where(line => line.OrganizationId == client.Id).Select(line => (line.Id, line.Minor)), credit.Select(line => ($"{line.Id}", line.UnappliedMinor)).Order());
        }
    }

    [Theory, BothDatabases]
    public async Task A_refund_a_return_and_money_before_its_invoice_count_from_their_day_on(DatabaseProvider provider)
    {
        await using var app = await TestDatabase.CreateAsync(provider);
        var finance = await app.FinanceAsync();
        var second = app.For(await app.FinanceAsync("Second Person")).GetRequiredService<PaymentService>();
        var client = await app.OrganizationAsync();
        var start = app.Today;
        var early = await app.PaymentAsync(finance, client, amount: 70, receivedOn: start.AddDays(-5));
        var bounced = await app.PaymentAsync(finance, client, amount: 10);
        app.Time.Advance(TimeSpan.FromDays(4));
        var invoice = await app.InvoiceAsync(client, total: 100, due: app.Today.AddDays(30));
        var payments = app.Get<PaymentService>();
        await payments.ApplyAsync(new ApplyCredit(Guid.CreateVersion7(), early, invoice.Id, Dollars(40)), Cancel);
        app.Time.Advance(TimeSpan.FromDays(4));
        var refund = new RefundPayment(Guid.CreateVersion7(), early, Dollars(30), app.Today, PaymentTypeId: 1, null, "Asked for");
        Assert.IsType<CorrectionResult.Done>(await payments.RequestRefundAsync(refund, Cancel));
        Assert.IsType<CorrectionResult.Done>(await second.ApproveAsync(new DecideApproval(refund.RefundId, null), Cancel));
        Assert.IsType<CorrectionResult.Done>(await payments.ReturnAsync(
            new ReturnPayment(Guid.CreateVersion7(), bounced, app.Today, "A", Money.Zero("USD"), ChargesPayer: false, null), Cancel));
        app.Time.Advance(TimeSpan.FromDays(4));
        var back = new ReverseRefund(Guid.CreateVersion7(), refund.RefundId, app.Today, "Never cashed");
        Assert.IsType<CorrectionResult.Done>(await payments.ReverseRefundAsync(back, Cancel));

        await AssertSumsAsync(-6, open: 0, credit: 0);
        await AssertSumsAsync(-1, open: 0, credit: 70_00);
        await AssertSumsAsync(3, open: 0, credit: 80_00);
        await AssertSumsAsync(4, open: 60_00, credit: 40_00);
        await AssertSumsAsync(8, open: 60_00, credit: 0);
        await AssertSumsAsync(12, open: 60_00, credit: 30_00);

        async Task AssertSumsAsync(int day, long open, long credit)
        {
            var report = await AsOfAsync(app, new AsOf(start.AddDays(day)));
            Assert.Equal((open, credit), (report.Open.Sum(line => line.Minor), report.Credit.Sum(line => line.Minor)));
        }

        static Money Dollars(long units) => Money.Whole(units, "USD");
    }

    private static Task<Report> AsOfAsync(TestDatabase app, AsOf at) => app.ReadAsync(async db => new Report(
        await db.OpenInvoices(at).Select(line => new Line(line.InvoiceId.ToString(), line.OrganizationId, line.OutstandingMinor)).ToListAsync(Cancel),
        [.. (await db.UnappliedCredits(at).ToListAsync(Cancel)).Select(line => new Line($"{line.Id}", line.OrganizationId, line.UnappliedMinor))]));

    private static Task<Report> LiveAsync(TestDatabase app) => app.ReadAsync(async db => new Report(
        await db.Invoices.Where(i => i.OutstandingMinor > 0).Select(i => new Line(i.Id.ToString(), i.OrganizationId, i.OutstandingMinor)).ToListAsync(Cancel),
        [
            .. (await db.Payments.Where(p => p.UnappliedMinor > 0).ToListAsync(Cancel)).Select(p => new Line($"{p.Id}", p.PayerId, p.UnappliedMinor)),
            .. (await db.CreditNotes.Where(n => n.UnappliedMinor > 0).ToListAsync(Cancel)).Select(n => new Line($"{n.Id}", n.OrganizationId, n.UnappliedMinor)),
        ]));

    private static void AssertSame(Report expected, Report actual, string when)
    {
        Assert.True(expected.Open.SequenceEqual(actual.Open), $"{when}: open\n{string.Join('\n', expected.Open.Except(actual.Open))}\nis\n{string.Join('\n', actual.Open.Except(expected.Open))}");
        Assert.True(expected.Credit.SequenceEqual(actual.Credit), $"{when}: credit\n{string.Join('\n', expected.Credit.Except(actual.Credit))}\nis\n{string.Join('\n', actual.Credit.Except(expected.Credit))}");
    }

    internal sealed record Line(string Id, int OrganizationId, long Minor);

    internal sealed class Report(IEnumerable<Line> open, IEnumerable<Line> credit)
    {
        public IReadOnlyList<Line> Open { get; } = InOrder(open);

        public IReadOnlyList<Line> Credit { get; } = InOrder(credit);

        private static IReadOnlyList<Line> InOrder(IEnumerable<Line> lines) => [.. lines.OrderBy(line => (line.Id, line.Minor))];
    }
}
