using PaymentsApp.Domain;

namespace PaymentsApp.Home;

/// <summary>One line of "recent payments".</summary>
public sealed record RecentPayment(
    Guid Id, long Number, DateOnly ReceivedOn, string Payer, string Type, Money Amount, Money Unapplied, string RecordedBy, bool IsReversed);
