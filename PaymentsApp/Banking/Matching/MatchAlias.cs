namespace PaymentsApp.Banking.Matching;

/// <summary>An account or a name that paid for a customer.</summary>
/// <param name="Key">See <see cref="MatchMemory.KeyOf"/>.</param>
/// <param name="PayerId">For whom it paid.</param>
/// <param name="Confirmed">How many matches confirmed it since the last contradiction.</param>
public sealed record MatchAlias(AliasKind Kind, string Key, int PayerId, int Confirmed)
{
    /// <summary>So many confirmations make it usable.</summary>
    public const int ConfirmationsNeeded = 2;

    /// <summary>May be relied on.</summary>
    public bool IsUsable => Confirmed >= ConfirmationsNeeded;
}
