namespace PaymentsApp.FollowUps.Holds;

/// <summary>A payment ended a client's hold.</summary>
/// <param name="At">On the company's clock.</param>
public sealed record HoldRelease(int OrganizationId, string Organization, Guid PaymentId, long PaymentNumber, DateTime At);
