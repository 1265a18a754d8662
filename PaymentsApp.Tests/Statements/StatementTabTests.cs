using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using PaymentsApp.Statements;
using PaymentsApp.Tests.Support;

namespace PaymentsApp.Tests.Statements;

/// <summary>Client &gt; Statement as people use it.</summary>
public sealed class StatementTabTests : ScreenTest
{
    private string Source => Screen.Find("iframe").GetAttribute("src")!;

    [Fact, UseCulture("en-US")]
    public async Task The_figures_stand_above_the_document_and_follow_a_payment()
    {
        var client = await App.OrganizationAsync(Rep, "Harbor Coffee");
        var invoice = await App.InvoiceAsync(client, 100, due: App.Today.AddDays(-3));
        Show<StatementTab>(Rep, (nameof(StatementTab.OrganizationId), client.Id));
        Eventually(() => Assert.Contains("100.00 USD to pay: 100.00 USD open 100.00 USD of it overdue", Words, StringComparison.Ordinal));
        var before = Source;
        Assert.StartsWith($"statements/{client.Id}?form=OpenItem&on={App.Today:yyyy-MM-dd}", before, StringComparison.Ordinal);

        await App.PaymentAsync(Finance, client, 150, [(invoice, 40)]);

        Eventually(() => Assert.Contains("50.00 USD more credit than open: 60.00 USD open", Words, StringComparison.Ordinal));
        Eventually(() => Assert.NotEqual(before, Source));
        await LeaveAsync();
    }

    [Fact]
    public async Task What_it_shows_stands_in_the_address()
    {
        var client = await App.OrganizationAsync(Rep, "Harbor Coffee");
        Show<StatementTab>(Rep, (nameof(StatementTab.OrganizationId), client.Id));
        Eventually(() => Assert.Contains("form=OpenItem", Source, StringComparison.Ordinal));

        Button("Activity").Click();
        Eventually(() => Assert.Contains("form=Activity", Source, StringComparison.Ordinal));
        var day = App.Today.AddDays(-40);
        Box("To").Change($"{day:yyyy-MM-dd}");

        Eventually(() => Assert.Contains($"on={day:yyyy-MM-dd}", Source, StringComparison.Ordinal));
        Assert.Contains($"from={StatementAddress.FirstOf(day):yyyy-MM-dd}", Source, StringComparison.Ordinal);
        var address = Services.GetRequiredService<NavigationManager>().Uri;
        Assert.Contains("form=Activity", address, StringComparison.Ordinal);
        Assert.Contains($"on={day:yyyy-MM-dd}", address, StringComparison.Ordinal);
        await LeaveAsync();
    }

    [Theory]
    [InlineData("Activity", "2026-02-30", "x", StatementForm.Activity, 0)]
    [InlineData(null, "9999-12-31", null, StatementForm.OpenItem, 0)]
    [InlineData("activity", "0001-01-01", "0001-01-01", StatementForm.OpenItem, 0)]
    [InlineData("Activity", "2026-01-15", "2026-01-16", StatementForm.Activity, -45)]
    public void An_address_that_cannot_be_read_is_today(string? form, string? on, string? from, StatementForm expected, int days)
    {
        var today = new DateOnly(2026, 3, 1);
        var asked = StatementAddress.Read(7, form, on, from, today);

        Assert.Equal(new StatementAsked(7, expected, today.AddDays(days), StatementAddress.FirstOf(today.AddDays(days))), asked);
    }
}
