using Microsoft.AspNetCore.Components;

namespace PaymentsApp.Components.Shortcuts;

/// <summary>
/// A key of the screen it stands on: <c>&lt;Shortcut Keys="N" Does="Register a payment" Pressed="NewAsync" /&gt;</c>.
/// Listed by the help overlay for as long as the screen is open. Keys typed into a field are not taken, except
/// together with Ctrl; while a dialog is open only the dialog's own keys answer.
/// </summary>
public sealed class Shortcut : ComponentBase, IDisposable
{
    /// <summary>One key or Ctrl and a key: "N", "?", "/", "Ctrl+K", "Ctrl+Enter".</summary>
    [Parameter, EditorRequired] public string Keys { get; set; } = "";

    /// <summary>What it does, for the help overlay.</summary>
    [Parameter, EditorRequired] public string Does { get; set; } = "";

    [Parameter, EditorRequired] public EventCallback Pressed { get; set; }

    /// <summary>A dialog's key: answers only while a dialog is open.</summary>
    [Parameter] public bool IsInDialog { get; set; }

    /// <summary>A window follows: what is typed until the focus is in its first box is typed there (js/held-keys.js).</summary>
    [Parameter] public bool HoldsKeys { get; set; }

    [Inject] private ShortcutRegistry Registry { get; set; } = default!;

    public void Dispose() => Registry.Remove(this);

    internal bool Matches(string keys) => string.Equals(Keys, keys, StringComparison.OrdinalIgnoreCase);

    internal Task PressAsync() => InvokeAsync(() => Pressed.InvokeAsync());

    protected override void OnInitialized() => Registry.Add(this);
}
