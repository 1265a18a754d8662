using Microsoft.Extensions.DependencyInjection;
using PaymentsApp.Data;
using PaymentsApp.Domain;
using PaymentsApp.FollowUps.Holds;
using PaymentsApp.Payments;
using PaymentsApp.Tests.Payments;
using PaymentsApp.Tests.Support;
using static PaymentsApp.Tests.Payments.PaymentDesk;

namespace PaymentsApp.Tests.FollowUps;

/// <summary>Clients on hold: by rule, by hand, and released with the payment itself.</summary>
public sealed class HoldTests
{
    [Theory, BothDatabases]
    public async Task Rule_holds_from_its_day_on_and_a_payment_releases_at_once_and_tells_the_rep(DatabaseProvider provider)
    {
        await using var desk = await OpenAsync(provider);
        var invoice = await desk.App.InvoiceAsync(desk.Client, total: 300, due: desk.App.Today.AddDays(-59));
        await CompanyRuleAsync(desk, 200, 60);
        Assert.Null((await StandingAsync(desk)).Hold);

        desk.App.Time.Advance(TimeSpan.FromDays(1));
        var held = await StandingAsync(desk);
        Assert.True(held.Hold is { HoldId: null, EndsWhenPaid: true });
        Assert.Equal((Dollars(200), 60, false), (held.Limit, held.Days, held.IsOwnRule));
        Assert.Equal("Harbor Books", Assert.Single(await QueriesOf(desk, desk.Rep).OwnAsync(default)).Organization);

        var payment = await desk.App.PaymentAsync(desk.Finance, desk.Client, 100, [(invoice, 100)]);

        Assert.Null((await StandingAsync(desk)).Hold);
        Assert.Empty(await QueriesOf(desk, desk.Rep).OwnAsync(default));
        var notice = Assert.Single(await QueriesOf(desk, desk.Rep).ReleasedAsync(default));
        Assert.Equal((desk.Client.Id, "Harbor Books", payment), (notice.OrganizationId, notice.Organization, notice.PaymentId));
        Assert.Empty(await QueriesOf(desk, await desk.App.RepAsync("Other Rep")).ReleasedAsync(default));
    }

    [Theory, BothDatabases]
    public async Task Returned_check_brings_the_hold_back(DatabaseProvider provider)
    {
        await using var desk = await OpenAsync(provider);
        var invoice = await desk.App.InvoiceAsync(desk.Client, total: 300, due: desk.App.Today.AddDays(-90));
        await CompanyRuleAsync(desk, 200, 60);
        var payment = await desk.App.PaymentAsync(desk.Finance, desk.Client, 300, [(invoice, 300)]);
        Assert.Null((await StandingAsync(desk)).Hold);

        Assert.IsType<CorrectionResult.Done>(await desk.Payments.ReverseAsync(new ReversePayment(Guid.CreateVersion7(), payment, desk.App.Today, "Bounced"), default));

        Assert.NotNull((await StandingAsync(desk)).Hold);
        Assert.Empty(await QueriesOf(desk, desk.Rep).ReleasedAsync(default));
    }

    [Theory, BothDatabases]
    public async Task Own_rule_takes_the_place_of_the_companys_and_can_switch_it_off(DatabaseProvider provider)
    {
        await using var desk = await OpenAsync(provider);
        await desk.App.InvoiceAsync(desk.Client, total: 300, due: desk.App.Today.AddDays(-90));
        await CompanyRuleAsync(desk, 200, 60);
        var service = ServiceOf(desk, desk.Finance);

        await service.SetRuleAsync(new SetCreditRule(Guid.CreateVersion7(), desk.Client.Id, null, 60), default);
        Assert.Null((await StandingAsync(desk)).Hold);
        Assert.True((await StandingAsync(desk)).IsOwnRule);

        await service.SetRuleAsync(new SetCreditRule(Guid.CreateVersion7(), desk.Client.Id, Dollars(299.99m), 90), default);
        Assert.NotNull((await StandingAsync(desk)).Hold);
        await service.SetRuleAsync(new SetCreditRule(Guid.CreateVersion7(), desk.Client.Id, Dollars(300), 90), default);
        Assert.Null((await StandingAsync(desk)).Hold);
    }

    [Theory, BothDatabases]
    public async Task Hold_by_hand_ends_with_what_was_overdue_and_not_with_something_else(DatabaseProvider provider)
    {
        await using var desk = await OpenAsync(provider);
        var overdue = await desk.App.InvoiceAsync(desk.Client, total: 50, due: desk.App.Today.AddDays(-5));
        var id = Guid.CreateVersion7();
        Assert.IsType<CorrectionResult.Done>(await ServiceOf(desk, desk.Finance).PlaceAsync(id, desk.Client.Id, "Disputes everything", true, default));
        Assert.IsType<CorrectionResult.AlreadyDone>(await ServiceOf(desk, desk.Finance).PlaceAsync(id, desk.Client.Id, "Disputes everything", true, default));
        AssertRefused<PaymentProblem.IsOnHold>(await ServiceOf(desk, desk.Finance).PlaceAsync(Guid.CreateVersion7(), desk.Client.Id, "Again", true, default));

        await desk.App.PaymentAsync(desk.Finance, desk.Client, 100, [(desk.Invoice, 100)]);
        Assert.Equal("Disputes everything", (await StandingAsync(desk)).Hold?.Text);
        await desk.App.PaymentAsync(desk.Finance, desk.Client, 50, [(overdue, 50)]);
        Assert.Null((await StandingAsync(desk)).Hold);
        Assert.Single(await QueriesOf(desk, desk.Rep).ReleasedAsync(default));
    }

    [Theory, BothDatabases]
    public async Task Two_people_who_place_a_hold_at_once_place_one(DatabaseProvider provider)
    {
        await using var desk = await OpenAsync(provider);
        var colleague = await desk.App.FinanceAsync("Frank Finance");

        var results = await Task.WhenAll(Enumerable.Range(0, 8).Select(n => Task.Run(() =>
            ServiceOf(desk, n % 2 == 0 ? desk.Finance : colleague).PlaceAsync(Guid.CreateVersion7(), desk.Client.Id, "Never pays", endsWhenPaid: false, default))));

        Assert.Single(results, result => result is CorrectionResult.Done);
        Assert.All(results.OfType<CorrectionResult.Refused>(), refused => Assert.IsType<PaymentProblem.IsOnHold>(Assert.Single(refused.Problems)));
    }

    [Theory, BothDatabases]
    public async Task Hold_until_released_stays_and_two_people_release_it_once(DatabaseProvider provider)
    {
        await using var desk = await OpenAsync(provider);
        var (id, colleague) = (Guid.CreateVersion7(), await desk.App.FinanceAsync("Frank Finance"));
        await ServiceOf(desk, desk.Finance).PlaceAsync(id, desk.Client.Id, "Insolvent", endsWhenPaid: false, default);
        await desk.App.PaymentAsync(desk.Finance, desk.Client, 100, [(desk.Invoice, 100)]);
        Assert.Equal("Insolvent", (await StandingAsync(desk)).Hold?.Text);

        AssertRefused<PaymentProblem.NotAllowed>(await ServiceOf(desk, desk.Rep).ReleaseAsync(id, "Please", default));
        var results = await Task.WhenAll(
            ServiceOf(desk, desk.Finance).ReleaseAsync(id, "Out of it", default), ServiceOf(desk, colleague).ReleaseAsync(id, "Out of it", default));

        Assert.Single(results, result => result is CorrectionResult.Done);
        AssertRefused<PaymentProblem.HoldIsReleased>(Assert.Single(results, result => result is CorrectionResult.Refused));
        Assert.Null((await StandingAsync(desk)).Hold);
        Assert.Equal("HoldReleased", (await desk.LastAuditAsync()).Action);
    }

    [Theory, BothDatabases]
    public async Task Company_rule_is_the_administrators_and_impossible_rules_are_refused(DatabaseProvider provider)
    {
        await using var desk = await OpenAsync(provider);
        var admin = await desk.App.AdminAsync();
        var rule = new SetCreditRule(Guid.CreateVersion7(), null, Dollars(200), 60);

        AssertRefused<PaymentProblem.NotAllowed>(await ServiceOf(desk, desk.Finance).SetRuleAsync(rule, default));
        AssertRefused<PaymentProblem.RuleOutOfRange>(await ServiceOf(desk, admin).SetRuleAsync(rule with { Days = 0 }, default));
        AssertRefused<PaymentProblem.RuleOutOfRange>(await ServiceOf(desk, admin).SetRuleAsync(rule with { Limit = Dollars(-1) }, default));
        Assert.IsType<CorrectionResult.Done>(await ServiceOf(desk, admin).SetRuleAsync(rule, default));
        Assert.Equal((Dollars(200), 60), await desk.App.For(admin).GetRequiredService<HoldQueries>().CompanyRuleAsync(default) is var now ? (now.Limit, now.Days) : default);
    }

    private static async Task CompanyRuleAsync(PaymentDesk desk, decimal dollars, int days) => Assert.IsType<CorrectionResult.Done>(
        await ServiceOf(desk, await desk.App.AdminAsync()).SetRuleAsync(new SetCreditRule(Guid.CreateVersion7(), null, Dollars(dollars), days), default));

    private static async Task<CreditStanding> StandingAsync(PaymentDesk desk) => (await QueriesOf(desk, desk.Rep).OfOrganizationAsync(desk.Client.Id, default))!;

    private static HoldService ServiceOf(PaymentDesk desk, TestUser person) => desk.App.For(person).GetRequiredService<HoldService>();

    private static HoldQueries QueriesOf(PaymentDesk desk, TestUser person) => desk.App.For(person).GetRequiredService<HoldQueries>();

    private static void AssertRefused<T>(CorrectionResult result)
        where T : PaymentProblem => Assert.IsType<T>(Assert.Single(Assert.IsType<CorrectionResult.Refused>(result).Problems));
}
