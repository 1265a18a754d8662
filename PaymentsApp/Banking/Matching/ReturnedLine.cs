namespace PaymentsApp.Banking.Matching;

/// <summary>A line that takes an earlier payment back.</summary>
/// <param name="AmountMinor">What goes back, positive, the bank's charge not included.</param>
public sealed record ReturnedLine(
    string EndToEndId, string MandateId, string TraceNumber, string Text, string PayerName, string PayerAccount, long AmountMinor, string Currency, DateOnly PostedOn);
