namespace PaymentsApp.BankDesk;

/// <summary>The last file of a page: the next one begins after it.</summary>
/// <param name="RecordedAt">UTC.</param>
/// <param name="Sha256">Tells files of one instant apart.</param>
public sealed record BankFileKey(DateTime RecordedAt, string Sha256);
