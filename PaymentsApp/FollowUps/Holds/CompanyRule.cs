using PaymentsApp.Domain;

namespace PaymentsApp.FollowUps.Holds;

/// <summary>The rule of all clients that have none of their own.</summary>
/// <param name="Currency">The company's.</param>
/// <param name="Limit">Null: no hold by rule.</param>
public sealed record CompanyRule(string Currency, Money? Limit, int Days)
{
    /// <summary>Proposed where there is no rule yet.</summary>
    public const int UsualDays = 60;
}
