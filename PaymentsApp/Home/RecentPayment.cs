using PaymentsApp.Domain;

namespace PaymentsApp.Home;

/// <summary>One line of "recent payments": a payment, or what somebody else's payment paid for a rep's clients.</summary>
/// <param name="Payer">Who paid; for such a part, the clients it was for.</param>
/// <param name="Amount">Of the payment, or of the part.</param>
/// <param name="RecordedBy">Null for such a part.</param>
public sealed record RecentPayment(
    Guid Id, long Number, DateOnly ReceivedOn, string Payer, string Type, Money Amount, Money Unapplied, string? RecordedBy, bool IsReversed);
