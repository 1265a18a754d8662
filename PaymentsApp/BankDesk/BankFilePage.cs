namespace PaymentsApp.BankDesk;

/// <summary>Files, the latest first.</summary>
/// <param name="Older">Where the next page begins; null: there is none.</param>
public sealed record BankFilePage(IReadOnlyList<BankFileRow> Files, BankFileKey? Older);
