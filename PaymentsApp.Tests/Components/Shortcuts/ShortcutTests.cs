using Bunit;
using Microsoft.Extensions.DependencyInjection;
using PaymentsApp.Components.Shortcuts;
using PaymentsApp.Tests.Support;

namespace PaymentsApp.Tests.Components.Shortcuts;

public sealed class ShortcutTests : ComponentTest
{
    private readonly ShortcutRegistry _registry = new();
    private readonly List<string> _pressed = [];

    public ShortcutTests() => Services.AddSingleton(_registry);

    [Fact]
    public async Task A_key_does_what_its_screen_says()
    {
        Show("N", "page");

        await _registry.PressAsync("n", isInDialog: false);
        await _registry.PressAsync("x", isInDialog: false);

        Assert.Equal(["page"], _pressed);
    }

    [Fact]
    public async Task Of_two_screens_the_later_one_answers_until_it_is_gone()
    {
        Show("N", "list");
        var window = Show("N", "window");

        await _registry.PressAsync("N", isInDialog: false);
        window.Instance.Dispose();
        await _registry.PressAsync("N", isInDialog: false);

        Assert.Equal(["window", "list"], _pressed);
    }

    [Fact]
    public async Task While_a_dialog_is_open_only_its_own_keys_answer()
    {
        Show("N", "page");
        Show("Ctrl+Enter", "save", isInDialog: true);

        await _registry.PressAsync("N", isInDialog: true);
        await _registry.PressAsync("CTRL+ENTER", isInDialog: true);
        await _registry.PressAsync("CTRL+ENTER", isInDialog: false);

        Assert.Equal(["save"], _pressed);
    }

    [Fact]
    public void The_help_lists_the_keys_of_the_open_screens()
    {
        Show("N", "Register a payment");
        Show("Ctrl+K", "Search everything");

        var help = Render<HelpOverlay>();

        Assert.Contains("Register a payment", help.FindAll("dd").Select(item => item.TextContent));
        Assert.Contains("Search everything", help.FindAll("dd").Select(item => item.TextContent));
        Assert.Contains("CtrlK", help.FindAll("dt").Select(item => item.TextContent.Trim()));
    }

    private IRenderedComponent<Shortcut> Show(string keys, string does, bool isInDialog = false) => Render<Shortcut>(shortcut => shortcut
        .Add(s => s.Keys, keys)
        .Add(s => s.Does, does)
        .Add(s => s.IsInDialog, isInDialog)
        .Add(s => s.Pressed, () => _pressed.Add(does)));
}
