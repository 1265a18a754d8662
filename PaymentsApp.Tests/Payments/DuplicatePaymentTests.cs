using Microsoft.Extensions.DependencyInjection;
using PaymentsApp.Data;
using PaymentsApp.Domain;
using PaymentsApp.Payments;
using PaymentsApp.Tests.Support;
using static PaymentsApp.Tests.Payments.PaymentDesk;

namespace PaymentsApp.Tests.Payments;

/// <summary>What may be there already is asked about, and registered when the person says so.</summary>
public sealed class DuplicatePaymentTests
{
    [Theory, BothDatabases]
    public async Task The_same_check_number_is_asked_about_and_then_registered(DatabaseProvider provider)
    {
        await using var desk = await OpenAsync(provider);
        var first = await desk.RegisterAsync(desk.Command() with { ReceivedOn = desk.App.Today.AddDays(-200) });
        var command = desk.Command() with { Amount = Dollars(50), Reference = " ref-77 ", Confirmed = [] };

        var duplicate = Assert.Single(await AskedAsync(desk, command));
        Assert.Equal((DuplicateKind.SameReference, first.PaymentId), (duplicate.Kind, duplicate.PaymentId));
        await desk.RegisterAsync(command with { Confirmed = [first.PaymentId] });
        Assert.Empty(await desk.App.VerifyAsync());
    }

    [Theory]
    [InlineData(-7, true)]
    [InlineData(7, true)]
    [InlineData(-8, false)]
    [InlineData(8, false)]
    public async Task The_same_amount_within_a_week_is_asked_about(int days, bool isAsked)
    {
        await using var desk = await OpenAsync(DatabaseProvider.Sqlite);
        var day = desk.App.Today.AddDays(-20);
        await desk.RegisterAsync(desk.Command() with { ReceivedOn = day });
        var command = desk.Command() with { ReceivedOn = day.AddDays(days), Reference = "Other", Confirmed = [] };

        var result = await desk.Payments.RegisterAsync(command, default);

        Assert.Equal(isAsked ? [DuplicateKind.SameAmount] : [], result is RegisterPaymentResult.NeedsConfirmation asked ? asked.Duplicates.Select(d => d.Kind) : []);
    }

    [Theory, BothDatabases]
    public async Task Money_without_an_invoice_that_equals_one_paid_in_full_is_asked_about(DatabaseProvider provider)
    {
        await using var desk = await OpenAsync(provider);
        await desk.RegisterAsync(desk.Command() with { Amount = Dollars(130), ReceivedOn = desk.App.Today.AddDays(-90), Allocations = [new(desk.Invoice.Id, Dollars(100))] });
        var command = desk.Command() with { Amount = Dollars(100), Reference = null, Allocations = [], Confirmed = [] };

        var duplicate = Assert.Single(await AskedAsync(desk, command));

        Assert.Equal((DuplicateKind.InvoicePaid, desk.Invoice.Number), (duplicate.Kind, duplicate.InvoiceNumber));
    }

    [Fact]
    public async Task A_reversed_payment_another_payer_and_an_import_raise_no_question()
    {
        await using var desk = await OpenAsync(DatabaseProvider.Sqlite);
        var bounced = desk.Command();
        await desk.RegisterAsync(bounced);
        await desk.Payments.ReverseAsync(new(Guid.CreateVersion7(), bounced.PaymentId, desk.App.Today, "Bounced"), default);
        await desk.RegisterAsync(desk.Command() with { Confirmed = [] });

        await desk.RegisterAsync(desk.Command() with { PayerId = (await desk.App.OrganizationAsync()).Id, Allocations = [], Confirmed = [] });
        await desk.RegisterAsync(desk.Command() with { Allocations = [] });
    }

    [Theory, BothDatabases]
    public async Task Of_two_people_at_once_only_one_is_not_asked(DatabaseProvider provider)
    {
        await using var desk = await OpenAsync(provider);
        var people = new[] { desk.Finance, await desk.App.FinanceAsync("Second"), desk.Rep, await desk.App.FinanceAsync("Fourth") };

        var results = await Task.WhenAll(people.Select(person => Task.Run(() => desk.App.For(person).GetRequiredService<PaymentService>()
            .RegisterAsync(desk.Command() with { Allocations = [], Confirmed = [] }, CancellationToken.None))));

        var number = Assert.Single(results.OfType<RegisterPaymentResult.Registered>()).Number;
        var asked = results.OfType<RegisterPaymentResult.NeedsConfirmation>().ToList();
        Assert.Equal(3, asked.Count);
        Assert.All(asked, question => Assert.Equal(number, Assert.Single(question.Duplicates).Number));
        Assert.Empty(await desk.App.VerifyAsync());
    }

    private static async Task<IReadOnlyList<PossibleDuplicate>> AskedAsync(PaymentDesk desk, RegisterPayment command)
    {
        var before = await desk.FactsAsync();
        var asked = Assert.IsType<RegisterPaymentResult.NeedsConfirmation>(await desk.Payments.RegisterAsync(command, default));
        Assert.Equal(before, await desk.FactsAsync());
        return asked.Duplicates;
    }
}
