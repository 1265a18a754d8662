namespace PaymentsApp.Banking.Matching;

/// <summary>One way to apply a line.</summary>
/// <param name="PayerId">Whose items they are.</param>
/// <param name="Shares">What goes where.</param>
/// <param name="Chance">Of being right, all other readings and "something else" considered.</param>
/// <param name="Reason">Why the amount is what it is.</param>
/// <param name="DifferenceMinor">Open less received, in minor units; positive: something was kept.</param>
/// <param name="Payer">What tells who paid.</param>
/// <param name="Spans">Where the text names the items.</param>
/// <param name="Numbers">The first number of each item, for people.</param>
public sealed record MatchProposal(
    int PayerId, IReadOnlyList<MatchShare> Shares, double Chance, AmountReason Reason, long DifferenceMinor, PayerSigns Payer,
    IReadOnlyList<ReferenceSpan> Spans, IReadOnlyList<string> Numbers);
