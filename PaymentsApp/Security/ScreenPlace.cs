namespace PaymentsApp.Security;

/// <summary>Whether this browser tab has a place among the person's open screens.</summary>
public sealed class ScreenPlace
{
    /// <summary>False: the person has too many screens open, and this one shows nothing but that.</summary>
    public bool IsGiven { get; internal set; } = true;

    /// <summary>How many there may be.</summary>
    public int Limit { get; internal set; }
}
