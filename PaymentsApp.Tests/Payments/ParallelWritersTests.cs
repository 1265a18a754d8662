using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PaymentsApp.Data;
using PaymentsApp.Domain;
using PaymentsApp.Payments;
using PaymentsApp.Tests.Support;

namespace PaymentsApp.Tests.Payments;

/// <summary>Many people at once, on one invoice or with one id.</summary>
public sealed class ParallelWritersTests
{
    [Theory, BothDatabases]
    public async Task Sixty_four_people_never_apply_more_than_is_open(DatabaseProvider provider)
    {
        await using var app = await TestDatabase.CreateAsync(provider);
        List<TestUser> people = [];
        for (var i = 0; i < 8; i++)
        {
            people.Add(await app.FinanceAsync($"Person {i}"));
        }

        var organization = await app.OrganizationAsync();
        var invoice = await app.InvoiceAsync(organization, total: 1000);
        var random = new Random(64);
        var commands = Enumerable.Range(0, 64).Select(_ => random.Next(5, 70)).Select(units => LedgerStory.Pay(app, organization, units, fee: 0, (invoice, units))).ToList();

        var results = await Task.WhenAll(commands.Select((command, index) => Task.Run(() =>
            app.For(people[index % people.Count]).GetRequiredService<PaymentService>().RegisterAsync(command, CancellationToken.None))));

        var accepted = commands.Zip(results).Where(pair => pair.Second is RegisterPaymentResult.Registered).Select(pair => pair.First).ToList();
        var refused = results.OfType<RegisterPaymentResult.Refused>().ToList();
        Assert.Equal(64, accepted.Count + refused.Count);
        Assert.NotEmpty(refused);
        Assert.All(refused, result =>
        {
            var problem = Assert.IsType<PaymentProblem.MoreThanOutstanding>(Assert.Single(result.Problems));
            Assert.True(problem.Wanted > problem.Outstanding);
            Assert.StartsWith("Person ", problem.Latest?.ByName, StringComparison.Ordinal);
        });

        var applied = accepted.Sum(command => command.Applied.Minor);
        Assert.InRange(applied, 1, invoice.TotalMinor);
        Assert.Equal(applied, await app.ReadAsync(db => db.Invoices.Where(i => i.Id == invoice.Id).Select(i => i.AllocatedMinor).SingleAsync()));
        Assert.Equal(accepted.Select(c => c.PaymentId).Order(), await app.ReadAsync(async db => (await db.Payments.Select(p => p.Id).ToListAsync()).Order()));
        Assert.Empty(await app.VerifyAsync());
    }

    [Theory, BothDatabases]
    public async Task The_same_window_sent_a_hundred_times_registers_once(DatabaseProvider provider)
    {
        await using var app = await TestDatabase.CreateAsync(provider);
        var finance = await app.FinanceAsync();
        var organization = await app.OrganizationAsync();
        var invoice = await app.InvoiceAsync(organization, total: 1000);
        var command = LedgerStory.Pay(app, organization, 10, fee: 0, (invoice, 10));

        var results = await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => Task.Run(() =>
            app.For(finance).GetRequiredService<PaymentService>().RegisterAsync(command, CancellationToken.None))));

        Assert.Single(results, new RegisterPaymentResult.Registered(command.PaymentId, 1) { CanUndo = true });
        Assert.Equal(99, results.Count(result => result == new RegisterPaymentResult.AlreadyRegistered(command.PaymentId, 1)));
        Assert.Equal(1000, await app.ReadAsync(db => db.Invoices.Select(i => i.AllocatedMinor).SingleAsync()));
        Assert.Empty(await app.VerifyAsync());
    }

    [Theory, BothDatabases]
    public async Task One_id_with_other_figures_is_refused_also_at_the_same_moment(DatabaseProvider provider)
    {
        await using var app = await TestDatabase.CreateAsync(provider);
        var finance = await app.FinanceAsync();
        var organization = await app.OrganizationAsync();
        var first = LedgerStory.Pay(app, organization, 1);

        var results = await Task.WhenAll(Enumerable.Range(1, 30).Select(units => Task.Run(() =>
            app.For(finance).GetRequiredService<PaymentService>().RegisterAsync(
                first with { Amount = Money.Whole(units, "USD") }, CancellationToken.None))));

        Assert.Single(results.OfType<RegisterPaymentResult.Registered>());
        var kept = await app.ReadAsync(db => db.Payments.SingleAsync());
        Assert.All(results.OfType<RegisterPaymentResult.Refused>(), result => Assert.Equal(
            kept.Amount, Assert.IsType<PaymentProblem.RegisteredWithOtherFigures>(Assert.Single(result.Problems)).Registered));
        Assert.Equal(29, results.OfType<RegisterPaymentResult.Refused>().Count());
        Assert.Empty(await app.VerifyAsync());
    }

    [Theory, BothDatabases]
    public async Task Registering_applying_unapplying_and_reversing_at_once_leaves_the_books_right(DatabaseProvider provider)
    {
        await using var app = await TestDatabase.CreateAsync(provider);
        var finance = await app.FinanceAsync();
        var organization = await app.OrganizationAsync();
        List<Invoice> invoices = [];
        for (var i = 0; i < 4; i++)
        {
            invoices.Add(await app.InvoiceAsync(organization, total: 500));
        }

        // Each worker makes a payment over all invoices, takes one share back, applies it elsewhere, and every other one reverses it all.
        async Task WorkAsync(int worker)
        {
            var payments = app.For(finance).GetRequiredService<PaymentService>();
            var command = LedgerStory.Pay(app, organization, 60, fee: 0, [.. invoices.Select(invoice => (invoice, 10L))]);
            if (await payments.RegisterAsync(command, CancellationToken.None) is not RegisterPaymentResult.Registered)
            {
                return;
            }

            var allocation = await app.ReadAsync(db => db.Allocations.Where(a => a.PaymentId == command.PaymentId).OrderBy(a => a.Id).FirstAsync());
            await payments.UnapplyAsync(new UnapplyAllocation(Guid.CreateVersion7(), allocation.Id, "Wrong invoice"), CancellationToken.None);
            await payments.ApplyAsync(
                new ApplyCredit(Guid.CreateVersion7(), command.PaymentId, invoices[worker % 4].Id, Money.Whole(20, "USD")), CancellationToken.None);
            if (worker % 2 == 0)
            {
                await payments.ReverseAsync(new ReversePayment(Guid.CreateVersion7(), command.PaymentId, app.Today, "Bounced"), CancellationToken.None);
            }
        }

        await Task.WhenAll(Enumerable.Range(0, 24).Select(worker => Task.Run(() => WorkAsync(worker))));

        Assert.Empty(await app.VerifyAsync());
        Assert.Equal(24, await app.ReadAsync(db => db.Payments.CountAsync()));
        Assert.Equal(12, await app.ReadAsync(db => db.Payments.CountAsync(p => p.WithdrawnMinor == p.AmountMinor && p.AllocatedMinor == 0)));
    }
}
