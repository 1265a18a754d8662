namespace PaymentsApp.FollowUps.Holds;

/// <summary>A client on hold.</summary>
public sealed record HeldClient(int OrganizationId, string Organization, HoldView Hold);
