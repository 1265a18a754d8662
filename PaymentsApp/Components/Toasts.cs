namespace PaymentsApp.Components;

/// <summary>Short messages of this browser tab: what was done, with a link to it. Shown by <see cref="ToastHost"/>.</summary>
public sealed class Toasts
{
    private const int ShownMax = 4;

    private readonly List<Toast> _shown = [];

    /// <summary>Raised on the circuit's own context.</summary>
    public event Action? Changed;

    public IReadOnlyList<Toast> Shown => _shown;

    /// <summary>It worked. <paramref name="href"/> leads to what was made.</summary>
    public void Success(string text, string? href = null, string linkText = "Open") =>
        Show(new(Guid.CreateVersion7(), StatusTone.Good, text, href, linkText));

    /// <summary>It worked, and can be taken back: <paramref name="undo"/> does so, and says what came of it.</summary>
    public void Success(string text, Func<Task>? undo, string? href = null) =>
        Show(new(Guid.CreateVersion7(), StatusTone.Good, text, href, "Open") { Undo = undo });

    /// <summary>Worth knowing.</summary>
    public void Note(string text, string? href = null, string linkText = "Open") =>
        Show(new(Guid.CreateVersion7(), StatusTone.Note, text, href, linkText));

    public void Close(Guid id)
    {
        if (_shown.RemoveAll(toast => toast.Id == id) > 0)
        {
            Changed?.Invoke();
        }
    }

    private void Show(Toast toast)
    {
        _shown.Add(toast);
        if (_shown.Count > ShownMax)
        {
            _shown.RemoveAt(0);
        }

        Changed?.Invoke();
    }
}
