using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using PaymentsApp.Collection.Outstanding;
using PaymentsApp.Domain;
using PaymentsApp.Tests.Support;

namespace PaymentsApp.Tests.Collection.Outstanding;

public sealed class OutstandingTabTests : ScreenTest
{
    private const string List = "Outstanding by organization";

    [Fact, UseCulture("en-US")]
    public async Task Debtors_show_with_their_aging_and_the_sums_below()
    {
        await App.InvoiceAsync(await App.OrganizationAsync(name: "Harbor Coffee"), total: 1200, due: App.Today.AddDays(-12));
        await App.InvoiceAsync(await App.OrganizationAsync(Rep, "Summit Motors"), total: 300);
        await App.OrganizationAsync(name: "Owes Nothing");

        Show<OutstandingTab>(Finance);

        Eventually(() => Assert.Equal(2, Rows(List).Count));
        Assert.Contains("Harbor Coffee", Rows(List)[0], StringComparison.Ordinal);
        Assert.Contains("1,200.00 USD 1,200.00 1,200.00", Rows(List)[0], StringComparison.Ordinal);
        Assert.Contains("12 days", Rows(List)[0], StringComparison.Ordinal);
        Eventually(() => Assert.Contains("Outstanding 1,500.00 USD Overdue 1,200.00", Words, StringComparison.Ordinal));
    }

    [Fact, UseCulture("en-US")]
    public async Task A_row_unfolds_contacts_and_open_invoices()
    {
        var harbor = await App.OrganizationAsync(name: "Harbor Coffee");
        await App.WriteAsync(async db =>
        {
            (await db.Organizations.FindAsync(harbor.Id))!.AddContact(new Contact("Ann Baker", "ann@harbor.example", "+1 (555) 01-75", "Accounts payable"));
            return true;
        });
        await App.InvoiceAsync(harbor, total: 1200, number: "INV-7");
        Show<OutstandingTab>(Finance);
        Eventually(() => Assert.Single(Rows(List)));

        Screen.Find("button[aria-label='Details of Harbor Coffee']").Click();

        Eventually(() => Assert.Contains("INV-7", Words, StringComparison.Ordinal));
        Assert.Contains("Ann Baker Accounts payable", Words, StringComparison.Ordinal);
        Assert.NotEmpty(Screen.FindAll("a[href='mailto:ann@harbor.example']"));
        Assert.NotEmpty(Screen.FindAll("a[href='tel:+15550175']"));
    }

    [Fact, UseCulture("en-US")]
    public async Task Ticks_are_counted_and_gone_with_another_filter()
    {
        foreach (var name in new[] { "Harbor Coffee", "Harbor Hotel", "Summit Motors" })
        {
            await App.InvoiceAsync(await App.OrganizationAsync(name: name), total: 10);
        }

        Show<OutstandingTab>(Finance);
        Eventually(() => Assert.Equal(3, Rows(List).Count));

        Screen.Find("input[aria-label='Tick Harbor Hotel']").Change(true);
        Eventually(() => Assert.Contains("1 organization ticked", Words, StringComparison.Ordinal));
        Screen.Find("input[aria-label='Tick all']").Change(true);
        Eventually(() => Assert.Contains("All organizations ticked", Words, StringComparison.Ordinal));
        Screen.Find("input[aria-label='Tick Harbor Hotel']").Change(false);
        Eventually(() => Assert.Contains("All organizations but 1 ticked", Words, StringComparison.Ordinal));
        Services.GetRequiredService<NavigationManager>().NavigateTo("?q=harbor");
        Eventually(() => Assert.Equal(2, Rows(List).Count));
        Assert.DoesNotContain("ticked", Words, StringComparison.Ordinal);
        Screen.Find("input[aria-label='Tick all']").Change(true);
        Eventually(() => Assert.Contains("2 organizations ticked", Words, StringComparison.Ordinal));
    }

    [Fact, UseCulture("en-US")]
    public async Task As_of_a_past_day_shows_what_was_open_then_and_stays_as_it_was_made()
    {
        var harbor = await App.OrganizationAsync(name: "Harbor Coffee");
        var invoice = await App.InvoiceAsync(harbor, total: 100, due: App.Today.AddDays(-12));
        var day = App.Today;
        App.Time.Advance(TimeSpan.FromDays(10));
        await App.PaymentAsync(Finance, harbor, 100, [(invoice, 100)]);

        Show<OutstandingTab>(Finance);
        Eventually(() => Assert.Contains("Nothing is outstanding", Words, StringComparison.Ordinal));
        Services.GetRequiredService<NavigationManager>().NavigateTo($"?on={day:yyyy-MM-dd}");

        Eventually(() => Assert.Contains("12 days", Assert.Single(Rows(List)), StringComparison.Ordinal));
        Assert.Contains("A report as of 3/2/2026", Words, StringComparison.Ordinal);
        Button("Show today, live").Click();
        Eventually(() => Assert.Contains("Nothing is outstanding", Words, StringComparison.Ordinal));
    }
}
