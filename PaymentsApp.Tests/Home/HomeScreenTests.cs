using Microsoft.Extensions.DependencyInjection;
using PaymentsApp.Domain;
using PaymentsApp.FollowUps.Holds;
using PaymentsApp.FollowUps.Promises;
using PaymentsApp.Home;
using PaymentsApp.Tests.Payments;
using PaymentsApp.Tests.Support;

namespace PaymentsApp.Tests.Home;

public sealed class HomeScreenTests : ScreenTest
{
    [Fact, UseCulture("en-US")]
    public async Task Rep_sees_own_clients_paid_today_promised_and_released_and_nothing_of_another_rep()
    {
        var (mine, foreign) = (await App.OrganizationAsync(Rep, "Harbor Books"), await App.OrganizationAsync(await App.RepAsync("Other Rep"), "Island Air"));
        var overdue = await App.InvoiceAsync(mine, 300, App.Today.AddDays(-5));
        await App.InvoiceAsync(foreign, 900, App.Today.AddDays(-5));
        foreach (var client in new[] { mine, foreign })
        {
            await App.For(Finance).GetRequiredService<HoldService>().PlaceAsync(Guid.CreateVersion7(), client.Id, "Never pays", true, default);
            await App.For(Finance).GetRequiredService<PromiseService>().PromiseAsync(
                new NotePromise(Guid.CreateVersion7(), client.Id, PaymentDesk.Dollars(40), App.Today.AddDays(4), "Cora", null, []), default);
        }

        Show<ClientsHome>(Rep);
        Eventually(() => Assert.Contains("Harbor Books Never pays", Plain(Words), StringComparison.Ordinal));
        Assert.Contains("Harbor Books by 3/6/2026 Open 40.00 USD", Plain(Words), StringComparison.Ordinal);
        Assert.Contains("New in 7 days: 300.00 USD", Plain(Words), StringComparison.Ordinal);

        await App.PaymentAsync(Finance, foreign, 900);
        await App.PaymentAsync(Finance, mine, 300, [(overdue, 300)]);

        Eventually(() => Assert.Contains("Harbor Books is off hold: paid with", Plain(Words), StringComparison.Ordinal));
        Eventually(() => Assert.Contains("Paid today 300.00 USD", Plain(Words), StringComparison.Ordinal));
        Assert.DoesNotContain("Island Air", Words, StringComparison.Ordinal);
        Assert.DoesNotContain("900.00", Words, StringComparison.Ordinal);
    }

    [Fact, UseCulture("en-US")]
    public async Task Finance_sees_receipts_by_day_and_type_and_the_largest_debtors()
    {
        var client = await App.OrganizationAsync(Rep, "Harbor Books");
        await App.InvoiceAsync(client, 300, App.Today.AddDays(-5));
        await App.PaymentAsync(Finance, client, 40);

        Show<FinanceHome>(Finance);

        Eventually(() => Assert.Contains("Largest debtors Harbor Books 1 invoice 300.00 USD", Plain(Words), StringComparison.Ordinal));
        Assert.Contains("3/2/2026 40.00 USD", Plain(Words), StringComparison.Ordinal);
        Eventually(() => Assert.Contains("Days outstanding (DSO), average 90 days", Plain(Words), StringComparison.Ordinal));
    }
}
