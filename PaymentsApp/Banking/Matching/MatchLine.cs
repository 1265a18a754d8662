namespace PaymentsApp.Banking.Matching;

/// <summary>Money that arrived, as the bank tells it.</summary>
/// <param name="Id">Only to name it; no rule looks at it.</param>
/// <param name="PayerName">As the bank prints it; empty: none.</param>
/// <param name="PayerAccount">IBAN or other account of the payer; empty: none.</param>
/// <param name="Text">What the payer wrote, structured references included, with the line breaks kept.</param>
/// <param name="AmountMinor">In minor units, positive: debits and returns are not matched here.</param>
/// <param name="Currency">ISO code.</param>
/// <param name="PostedOn">The booking date.</param>
public sealed record MatchLine(
    int Id, string PayerName, string PayerAccount, string Text, long AmountMinor, string Currency, DateOnly PostedOn);
