namespace PaymentsApp.Organizations.Edit;

/// <summary>A person at an organization.</summary>
public sealed record ContactValues(string Name, string? Email, string? Phone, string? Role);
