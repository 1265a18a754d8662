namespace PaymentsApp.Banking.Matching;

/// <summary>What of the line goes to an item.</summary>
/// <param name="AmountMinor">In minor units; negative for a credit note that is used up.</param>
public sealed record MatchShare(int InvoiceId, long AmountMinor);
