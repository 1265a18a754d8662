using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using PaymentsApp.Components.Search;
using PaymentsApp.Components.Shortcuts;
using PaymentsApp.Tests.Support;

namespace PaymentsApp.Tests.Components.Search;

public sealed class GlobalSearchTests : ComponentTest
{
    private readonly ShortcutRegistry _shortcuts = new();
    private readonly List<string> _asked = [];
    private IReadOnlyList<SearchHit> _hits =
    [
        new(SearchHitKind.Invoice, "INV-1", "Harbor Coffee", "/finance/invoices/1"),
        new(SearchHitKind.Organization, "Harbor Coffee", "C-00001", "/ad-sales/organizations/1/overview"),
    ];

    public GlobalSearchTests()
    {
        Services.AddSingleton(_shortcuts);
        Services.AddSingleton<FindAnything>((text, _) =>
        {
            _asked.Add(text);
            return Task.FromResult(_hits);
        });
    }

    [Fact]
    public void Hits_are_grouped_and_the_first_is_chosen()
    {
        var search = Type("harbor");

        Assert.Equal(["harbor"], _asked);
        Assert.Equal(["Organizations", "Invoices"], search.FindAll("[role=group]").Select(group => group.GetAttribute("aria-label")));
        Assert.Equal("true", Field(search).GetAttribute("aria-expanded"));
        Assert.Equal(Options(search)[0].Id, Field(search).GetAttribute("aria-activedescendant"));
        Assert.Equal("2 found", search.Find("p[role=status]").TextContent);
    }

    [Fact]
    public void Arrows_choose_and_Enter_goes_there()
    {
        var search = Type("harbor");

        Field(search).KeyDown("ArrowDown");
        Assert.Equal(["false", "true"], Options(search).Select(option => option.GetAttribute("aria-selected")));
        Field(search).KeyDown("Enter");

        Assert.EndsWith("/finance/invoices/1", Services.GetRequiredService<NavigationManager>().Uri, StringComparison.Ordinal);
        Assert.Equal("false", Field(search).GetAttribute("aria-expanded"));
        Assert.Equal("", Field(search).GetAttribute("value"));
    }

    [Fact]
    public void The_arrows_go_round()
    {
        var search = Type("harbor");

        Field(search).KeyDown("ArrowUp");

        Assert.Equal(["false", "true"], Options(search).Select(option => option.GetAttribute("aria-selected")));
    }

    [Fact]
    public void Nothing_found_is_said()
    {
        _hits = [];

        var search = Type("xyz");

        Assert.Equal("Nothing found for “xyz”", search.Find("p[role=status]").TextContent);
        Assert.Empty(Options(search));
    }

    [Fact]
    public void Escape_clears()
    {
        var search = Type("harbor");

        Field(search).KeyDown("Escape");

        Assert.Empty(Options(search));
        Assert.Equal("", Field(search).GetAttribute("value"));
    }

    [Fact]
    public void One_letter_is_not_searched_for()
    {
        var search = Type("h");

        Assert.Empty(_asked);
        Assert.Empty(Options(search));
    }

    [Fact]
    public void Ctrl_K_is_listed_and_brings_the_focus()
    {
        var search = Render<GlobalSearch>();

        Assert.Contains(_shortcuts.All, shortcut => shortcut is { Keys: "Ctrl+K", Does: "Search everything" });
        search.InvokeAsync(() => _shortcuts.PressAsync("CTRL+K", isInDialog: false));

        search.WaitForAssertion(() => JSInterop.VerifyFocusAsyncInvoke());
    }

    private IRenderedComponent<GlobalSearch> Type(string text)
    {
        var search = Render<GlobalSearch>();
        Field(search).Input(text);
        Clock.Advance(TimeSpan.FromMilliseconds(200));
        if (text.Length > 1)
        {
            search.WaitForAssertion(() => Assert.NotEqual("", search.Find("p[role=status]").TextContent));
        }

        return search;
    }

    private static AngleSharp.Dom.IElement Field(IRenderedComponent<GlobalSearch> search) => search.Find("[role=combobox]");

    private static List<AngleSharp.Dom.IElement> Options(IRenderedComponent<GlobalSearch> search) => [.. search.FindAll("[role=option]")];
}
