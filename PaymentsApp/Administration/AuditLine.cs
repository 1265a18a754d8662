namespace PaymentsApp.Administration;

/// <summary>One value of an audit entry, in words.</summary>
/// <param name="Before">Null where the entry only says what is.</param>
/// <param name="After">Null where it is gone.</param>
public sealed record AuditLine(string Title, string? Before, string? After);
