namespace PaymentsApp.BankDesk;

/// <summary>Lines in the order of the file.</summary>
/// <param name="HasMore">There are more after the last one.</param>
public sealed record BankLinePage(IReadOnlyList<BankLineRow> Lines, bool HasMore);
