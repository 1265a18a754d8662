namespace PaymentsApp.Domain;

/// <summary>What an audit entry says, before it has a place in the chain.</summary>
/// <param name="Action">A past participle: Registered, Unapplied ...</param>
/// <param name="Entity">Payment, Invoice, User ...</param>
/// <param name="EntityId">The id of that entity.</param>
/// <param name="Body">JSON with the values before and after.</param>
/// <param name="OrganizationId">The organization concerned; null for none.</param>
public sealed record AuditFact(string Action, string Entity, string EntityId, string Body, int? OrganizationId = null);
