namespace PaymentsApp.Components;

/// <summary>A short message at the edge of the screen.</summary>
/// <param name="Href">Where its link leads; null for none.</param>
public sealed record Toast(Guid Id, StatusTone Tone, string Text, string? Href, string? LinkText)
{
    /// <summary>Takes back what was done; null when that is not offered.</summary>
    public Func<Task>? Undo { get; init; }
}
