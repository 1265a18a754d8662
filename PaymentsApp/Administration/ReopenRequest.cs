namespace PaymentsApp.Administration;

/// <summary>A wish to open closed days again.</summary>
/// <param name="Through">The new end of what is closed; null to have nothing closed.</param>
/// <param name="RequestedAt">On the company's clock.</param>
/// <param name="IsOwn">The person who looks at it asked for it.</param>
public sealed record ReopenRequest(Guid Id, DateOnly? Through, string Reason, string RequestedBy, DateTime RequestedAt, bool IsOwn);
