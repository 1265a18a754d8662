namespace PaymentsApp.Banking.Matching;

/// <summary>What the engine makes of a line.</summary>
public enum MatchDecisionKind
{
    /// <summary>Nothing worth showing.</summary>
    None,

    /// <summary>A person chooses.</summary>
    Proposed,

    /// <summary>Safe to apply unasked.</summary>
    Auto,
}
