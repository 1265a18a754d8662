namespace PaymentsApp.Organizations.Edit;

/// <summary>A person who can own clients.</summary>
public sealed record SalesRep(string UserId, string Name);
