namespace PaymentsApp.Banking.Matching;

/// <summary>A payment that may have come back.</summary>
/// <param name="EndToEndId">As it arrived; empty: none.</param>
/// <param name="MandateId">Of a direct debit; empty: none.</param>
/// <param name="TraceNumber">The bank's reference of it; empty: none.</param>
public sealed record ReturnCandidate(
    int Id, string EndToEndId, string MandateId, string TraceNumber, string PayerName, string PayerAccount, long AmountMinor, string Currency, DateOnly ReceivedOn);
