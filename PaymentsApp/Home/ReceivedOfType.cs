using PaymentsApp.Domain;

namespace PaymentsApp.Home;

/// <summary>What arrived by one type of payment, in one currency.</summary>
public sealed record ReceivedOfType(int PaymentTypeId, string Type, Money Today, Money Week, Money Month);
