namespace PaymentsApp.Administration;

/// <summary>A line of the list of people.</summary>
/// <param name="IsLocked">After too many wrong passwords, for some minutes.</param>
/// <param name="LastSeenAt">UTC; null when the person never signed in.</param>
public sealed record UserRow(
    string Id, string Name, string Email, string RoleText, bool IsActive, bool IsLocked, DateTime? LastSeenAt);
