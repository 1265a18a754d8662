using System.Globalization;
using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;
using Microsoft.Extensions.DependencyInjection;
using PaymentsApp.Live;

namespace PaymentsApp.Tests.Live;

public sealed class LiveComponentTests : BunitContext
{
    private readonly PaymentFeed _feed;

    public LiveComponentTests()
    {
        Services.AddSingleton<PaymentFeed>();
        _feed = Services.GetRequiredService<PaymentFeed>();
        SetRendererInfo(new RendererInfo("Server", true));
    }

    [Fact]
    public void A_change_from_elsewhere_is_shown()
    {
        var screen = Render<Screen>();

        _feed.Publish(Change(organizationId: 1));

        screen.WaitForAssertion(() => Assert.Equal("1 reloads, 1 changes", screen.Markup), TimeSpan.FromSeconds(10));
    }

    [Fact]
    public async Task A_change_of_another_organization_reloads_nothing()
    {
        var screen = Render<Screen>(parameters => parameters.Add(s => s.OrganizationId, 2));

        _feed.Publish(Change(organizationId: 1));
        await Task.Delay(2 * PaymentFeed.GatherFor);
        Assert.Equal(0, screen.Instance.Reloads);

        _feed.Publish(PaymentChange.Everything);
        screen.WaitForAssertion(() => Assert.Equal(1, screen.Instance.Reloads), TimeSpan.FromSeconds(10));
    }

    [Fact]
    public void Ten_thousand_changes_lead_to_few_reloads_and_never_two_at_once()
    {
        var screen = Render<Screen>(parameters => parameters.Add(s => s.LoadMs, 30));

        for (var i = 0; i < 10_000; i++)
        {
            _feed.Publish(Change(organizationId: 1, invoiceId: i));
        }

        screen.WaitForAssertion(() => Assert.True(screen.Instance.Last?.TouchesInvoice(9_999)), TimeSpan.FromSeconds(20));
        Assert.InRange(screen.Instance.Reloads, 1, 10);
        Assert.Equal(1, screen.Instance.AtOnceMax);
    }

    [Fact]
    public void A_reload_that_fails_once_is_tried_again()
    {
        var screen = Render<Screen>(parameters => parameters.Add(s => s.Failures, 1));

        _feed.Publish(Change(organizationId: 1));

        screen.WaitForAssertion(() => Assert.StartsWith("2 reloads", screen.Markup, StringComparison.Ordinal), TimeSpan.FromSeconds(10));
    }

    [Fact]
    public void A_broken_screen_shows_its_error_and_the_other_screens_go_on()
    {
        var broken = Render<Guarded>(parameters => parameters.Add(g => g.Failures, int.MaxValue));
        var screen = Render<Screen>();

        _feed.Publish(Change(organizationId: 1));

        broken.WaitForAssertion(() => Assert.Equal("out of order", broken.Markup), TimeSpan.FromSeconds(10));
        screen.WaitForAssertion(() => Assert.StartsWith("1 reloads", screen.Markup, StringComparison.Ordinal), TimeSpan.FromSeconds(10));
    }

    [Fact]
    public async Task No_subscription_is_left_when_the_screens_are_gone()
    {
        Render<Screen>();
        Render<Screen>();
        Assert.Equal(2, _feed.SubscriberCount);

        await DisposeComponentsAsync();

        Assert.Equal(0, _feed.SubscriberCount);
    }

    [Fact]
    public async Task A_screen_that_closes_while_it_reloads_ends_quietly()
    {
        var screen = Render<Screen>(parameters => parameters.Add(s => s.LoadMs, 60_000));
        var instance = screen.Instance;
        _feed.Publish(Change(organizationId: 1));
        await instance.Started.Task.WaitAsync(TimeSpan.FromSeconds(10));

        await DisposeComponentsAsync();

        await instance.Cancelled.Task.WaitAsync(TimeSpan.FromSeconds(10));
        Assert.Equal(1, instance.Reloads);
    }

    [Fact]
    public void A_page_that_is_not_interactive_does_not_subscribe()
    {
        SetRendererInfo(new RendererInfo("Static", false));

        Render<Screen>();

        Assert.Equal(0, _feed.SubscriberCount);
    }

    [Theory]
    [InlineData("en-US", "1,234.50")]
    [InlineData("de-DE", "1.234,50")]
    [InlineData("ja-JP", "1,234.50")]
    public async Task Amounts_are_shown_in_the_users_format_after_a_change_by_someone_else(string culture, string figure)
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
            var screen = Render<Screen>();

            await Task.Run(() =>
            {
                CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("fr-FR");
                _feed.Publish(Change(organizationId: 1));
            });

            screen.WaitForAssertion(() => Assert.Equal(figure, screen.Instance.Figure), TimeSpan.FromSeconds(10));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    private static PaymentChange Change(int organizationId, int invoiceId = 0) =>
        new(PaymentChangeKind.Registered, Guid.CreateVersion7(), [organizationId], [invoiceId]);

    private sealed class Screen : LiveComponent
    {
        private int _atOnce;
        private int _changes;

        [Parameter] public int? OrganizationId { get; set; }

        [Parameter] public int LoadMs { get; set; }

        [Parameter] public int Failures { get; set; }

        public int Reloads { get; private set; }

        public int AtOnceMax { get; private set; }

        public PaymentChange? Last { get; private set; }

        public string? Figure { get; private set; }

        public TaskCompletionSource Started { get; } = new();

        public TaskCompletionSource Cancelled { get; } = new();

        protected override bool Concerns(PaymentChange change) =>
            base.Concerns(change) && (OrganizationId is null || change.Touches(OrganizationId.Value));

        protected override async Task OnPaymentsChangedAsync(IReadOnlyList<PaymentChange> changes)
        {
            Reloads++;
            Started.TrySetResult();
            AtOnceMax = Math.Max(AtOnceMax, ++_atOnce);
            try
            {
                if (Reloads <= Failures)
                {
                    throw new InvalidOperationException("The database is away.");
                }

                await Task.Delay(LoadMs, Closing);
            }
            catch (OperationCanceledException)
            {
                Cancelled.SetResult();
                throw;
            }
            finally
            {
                _atOnce--;
            }

            _changes += changes.Count;
            Last = changes[^1];
            Figure = 1234.5m.ToString("N2", CultureInfo.CurrentCulture);
        }

        protected override void BuildRenderTree(RenderTreeBuilder builder) =>
            builder.AddContent(0, $"{Reloads} reloads, {_changes} changes");
    }

    private sealed class Guarded : ComponentBase
    {
        [Parameter] public int Failures { get; set; }

        protected override void BuildRenderTree(RenderTreeBuilder builder)
        {
            builder.OpenComponent<Microsoft.AspNetCore.Components.Web.ErrorBoundary>(0);
            builder.AddAttribute(1, "ChildContent", (RenderFragment)(child =>
            {
                child.OpenComponent<Screen>(0);
                child.AddComponentParameter(1, nameof(Screen.Failures), Failures);
                child.CloseComponent();
            }));
            builder.AddAttribute(2, "ErrorContent", (RenderFragment<Exception>)(_ => error => error.AddContent(0, "out of order")));
            builder.CloseComponent();
        }
    }
}
