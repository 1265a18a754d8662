namespace PaymentsApp.Administration;

/// <summary>One person, as an administrator sees them.</summary>
/// <param name="OpenSessions">Sign-ins that have not ended.</param>
/// <param name="IsSelf">The administrator looks at their own account.</param>
public sealed record UserDetails(
    string Id,
    string Name,
    string Email,
    IReadOnlyList<string> Roles,
    bool IsActive,
    bool IsLocked,
    bool HasPassword,
    int OpenSessions,
    DateTime? LastSeenAt,
    bool IsSelf);
