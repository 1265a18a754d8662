using PaymentsApp.Domain;

namespace PaymentsApp.FollowUps.Disputes;

/// <summary>A dispute that nobody has closed.</summary>
/// <param name="DaysOpen">Since the company's day on which it was opened.</param>
/// <param name="Owner">The sales rep who owns the client; null for nobody.</param>
public sealed record OpenDispute(
    Guid Id, int InvoiceId, string InvoiceNumber, int OrganizationId, string Organization, Money Amount, string ReasonCode, DateOnly OpenedOn, int DaysOpen,
    string? Owner, DisputeAnswerer WaitsFor);
