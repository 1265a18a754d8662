namespace PaymentsApp.Payments.Details;

/// <summary>The organization that was invoiced; the payer itself, or one that it pays for.</summary>
public sealed record ClientOfAllocation(int OrganizationId, string Name);
