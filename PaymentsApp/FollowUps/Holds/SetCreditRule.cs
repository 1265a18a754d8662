using PaymentsApp.Domain;

namespace PaymentsApp.FollowUps.Holds;

/// <summary>Sets from when clients are on hold by themselves.</summary>
/// <param name="RuleId">Made when the form opens; sent again it does nothing twice.</param>
/// <param name="OrganizationId">Null: the company's rule.</param>
/// <param name="Limit">Null: no hold by rule.</param>
public sealed record SetCreditRule(Guid RuleId, int? OrganizationId, Money? Limit, int Days);
