namespace PaymentsApp.Domain;

/// <summary>Decides on what waits for a second person.</summary>
/// <param name="RequestId">What waits.</param>
/// <param name="Note">What the deciding person says; null for nothing.</param>
public sealed record DecideApproval(Guid RequestId, string? Note);
