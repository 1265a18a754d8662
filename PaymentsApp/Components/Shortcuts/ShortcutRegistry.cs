namespace PaymentsApp.Components.Shortcuts;

/// <summary>The keys that do something on the screens now open in this browser tab.</summary>
public sealed class ShortcutRegistry
{
    private readonly List<Shortcut> _shortcuts = [];

    /// <summary>A key was added or removed.</summary>
    public event Action? Changed;

    /// <summary>In the order they were added; of two with the same keys the later one answers.</summary>
    public IReadOnlyList<Shortcut> All => _shortcuts;

    public void Add(Shortcut shortcut)
    {
        _shortcuts.Add(shortcut);
        Changed?.Invoke();
    }

    public void Remove(Shortcut shortcut)
    {
        _shortcuts.Remove(shortcut);
        Changed?.Invoke();
    }

    /// <summary>The keys were pressed in the browser. Foreign text: unknown keys do nothing.</summary>
    public Task PressAsync(string keys, bool isInDialog) =>
        _shortcuts.LastOrDefault(s => s.Matches(keys) && s.IsInDialog == isInDialog)?.PressAsync() ?? Task.CompletedTask;
}
