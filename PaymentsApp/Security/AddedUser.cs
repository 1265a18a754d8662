namespace PaymentsApp.Security;

/// <summary>A person was added, or not.</summary>
/// <param name="UserId">Null when refused.</param>
/// <param name="Problems">Whole sentences; empty when added.</param>
public sealed record AddedUser(string? UserId, IReadOnlyList<string> Problems)
{
    public static AddedUser Refused(params IReadOnlyList<string> problems) => new(null, problems);
}
