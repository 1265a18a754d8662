namespace PaymentsApp.BankDesk;

/// <summary>What became of undoing all that was applied unasked.</summary>
/// <param name="Count">Taken back.</param>
/// <param name="Kept">Why some were not, one sentence each.</param>
public sealed record BankUndone(int Count, IReadOnlyList<string> Kept);
