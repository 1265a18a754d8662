namespace PaymentsApp.Payments.History;

/// <summary>A value that changed, in words.</summary>
/// <param name="Before">Null when there was none.</param>
/// <param name="After">Null when there is none any more.</param>
public sealed record HistoryChange(string Name, string? Before, string? After);
