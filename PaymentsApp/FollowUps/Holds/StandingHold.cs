using PaymentsApp.Domain;

namespace PaymentsApp.FollowUps.Holds;

/// <summary>A hold that nobody released, and the name of who placed it.</summary>
internal sealed record StandingHold(CreditHold Hold, string By);
