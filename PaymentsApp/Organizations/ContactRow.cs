namespace PaymentsApp.Organizations;

/// <summary>A person at an organization.</summary>
public sealed record ContactRow(int Id, string Name, string? Role, string? Email, string? Phone);
