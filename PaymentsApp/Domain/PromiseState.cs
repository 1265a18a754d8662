namespace PaymentsApp.Domain;

/// <summary>What became of a promise.</summary>
public enum PromiseState
{
    /// <summary>There is still time.</summary>
    Open,

    /// <summary>Enough money arrived in time.</summary>
    Kept,

    /// <summary>The day has passed, and not enough money arrived until then.</summary>
    Broken,

    /// <summary>Somebody took it back, with a reason.</summary>
    Withdrawn,
}
