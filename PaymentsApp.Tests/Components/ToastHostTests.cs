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
    public void A_message_can_be_closed()
    {
        var host = Render<ToastHost>();

        _toasts.Note("Somebody else paid this invoice.");

        Assert.Single(host.FindAll("p"));
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
            _toasts.Note($"Message {i}");
        }

        Assert.Equal(["Message 17", "Message 18", "Message 19", "Message 20"], host.FindAll("p").Select(p => p.TextContent));
    }
}
