using PaymentsApp.Banking.Matching;

namespace PaymentsApp.BankDesk;

/// <summary>One way to apply a line.</summary>
/// <param name="PayerId">Who pays.</param>
/// <param name="PayerName">As it was when it was proposed.</param>
/// <param name="Shares">What goes where.</param>
/// <param name="ChanceMillionths">The chance that it is right.</param>
/// <param name="Reason">Why the amount is what it is.</param>
/// <param name="DifferenceMinor">Open less received, in minor units.</param>
/// <param name="Spans">Where the text names the invoices.</param>
/// <param name="Words">The reasons, each a sentence.</param>
public sealed record BankProposal(
    int PayerId, string PayerName, IReadOnlyList<BankShare> Shares, int ChanceMillionths, AmountReason Reason, long DifferenceMinor,
    IReadOnlyList<BankSpan> Spans, IReadOnlyList<string> Words);
