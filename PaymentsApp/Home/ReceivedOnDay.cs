using PaymentsApp.Domain;

namespace PaymentsApp.Home;

/// <summary>What arrived on a day.</summary>
public sealed record ReceivedOnDay(DateOnly On, Money Amount);
