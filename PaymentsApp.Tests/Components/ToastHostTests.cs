using Bunit;
using Microsoft.Extensions.DependencyInjection;
using PaymentsApp.Components;
using PaymentsApp.Tests.Support;

namespace PaymentsApp.Tests.Components;

public sealed class ToastHostTests : ComponentTest
{
    private readonly Toasts _toasts = new();

    public ToastHostTests() => Services.AddSingleton(_toasts);

    [Fact]
    public void A_success_leads_to_what_was_made_and_goes_by_itself()
    {
        var host = Render<ToastHost>();

        _toasts.Success("Payment P-000123 registered.", "/payments/1", "Open payment");

        Assert.Equal("/payments/1", host.Find("[role=status] a").GetAttribute("href"));
        Clock.Advance(TimeSpan.FromSeconds(9));
        host.WaitForAssertion(() => Assert.Empty(host.FindAll("p")));
    }

    [Fact]
    public void A_problem_stays_until_it_is_closed()
    {
        var host = Render<ToastHost>();

        _toasts.Problem("The payment was not saved.");
        Clock.Advance(TimeSpan.FromMinutes(5));

        Assert.Contains("not saved", host.Markup, StringComparison.Ordinal);
        host.Find("button[aria-label='Close message']").Click();
        Assert.Empty(host.FindAll("p"));
    }

    [Fact]
    public void A_message_under_the_pointer_does_not_go()
    {
        var host = Render<ToastHost>();
        _toasts.Note("Somebody else paid this invoice.");

        host.Find(".toast").MouseEnter();
        Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Single(host.FindAll("p"));

        host.Find(".toast").MouseLeave();
        Clock.Advance(TimeSpan.FromSeconds(9));
        host.WaitForAssertion(() => Assert.Empty(host.FindAll("p")));
    }

    [Fact]
    public void Many_messages_do_not_fill_the_screen()
    {
        var host = Render<ToastHost>();

        for (var i = 1; i <= 20; i++)
        {
            _toasts.Problem($"Problem {i}");
        }

        Assert.Equal(["Problem 17", "Problem 18", "Problem 19", "Problem 20"], host.FindAll("p").Select(p => p.TextContent));
    }
}
