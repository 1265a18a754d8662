namespace PaymentsApp.Banking.Matching;

/// <summary>What the engine makes of a line, with everything that explains it.</summary>
/// <param name="Proposals">The best first; the first of an automatic decision is the one to apply.</param>
/// <param name="RuledOut">The readings that came next.</param>
/// <param name="HeldBack">Why it is not automatic.</param>
public sealed record MatchDecision(
    int LineId, MatchDecisionKind Kind, IReadOnlyList<MatchProposal> Proposals, IReadOnlyList<MatchRival> RuledOut, HeldBack HeldBack)
{
    /// <summary>The rules it was made by.</summary>
    public string RulesVersion { get; init; } = MatchRules.Version;

    /// <summary>The chance of the best proposal; 0: there is none.</summary>
    public double Score => Proposals.Count == 0 ? 0 : Proposals[0].Chance;
}
