using PaymentsApp.Domain;

namespace PaymentsApp.FollowUps.Holds;

/// <summary>Whether a client is on hold, and by which rule it would be.</summary>
/// <param name="Hold">Null: not on hold.</param>
/// <param name="Limit">Of the rule in force; null: no hold by rule.</param>
/// <param name="Days">Of the rule in force.</param>
/// <param name="IsOwnRule">The rule is this client's, not the company's.</param>
/// <param name="Currency">The client's currency, in which an own rule is set.</param>
public sealed record CreditStanding(string Organization, HoldView? Hold, Money? Limit, int Days, bool IsOwnRule, string Currency);
