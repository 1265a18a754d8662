namespace PaymentsApp.Administration;

/// <summary>Which entries of the audit log; null: all.</summary>
/// <param name="From">The company's day, included.</param>
/// <param name="To">The company's day, included.</param>
public sealed record AuditFilter(string? ActorId, string? Action, string? Entity, string? EntityId, DateOnly? From, DateOnly? To);
