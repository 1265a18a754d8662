namespace PaymentsApp.Banking;

/// <summary>Something about a file that was read but is not as it should be. Nothing is put right silently.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Message">One sentence, with the text of the file where that helps.</param>
/// <param name="At">Where it stands.</param>
public sealed record BankFinding(BankFindingKind Kind, string Message, SourcePosition At)
{
    /// <summary>Minor units, for findings about sums and balances.</summary>
    public long? DifferenceMinor { get; init; }

    /// <summary>Nothing of this statement may be applied without a person who has looked at it.</summary>
    public bool BlocksAutomation => Kind is BankFindingKind.BalanceDifference or BankFindingKind.BalanceCurrency
        or BankFindingKind.SumDifference or BankFindingKind.CountDifference or BankFindingKind.EntryNotRead
        or BankFindingKind.AmountNotExact or BankFindingKind.DetailsDiffer or BankFindingKind.CurrencyUnknown
        or BankFindingKind.Incomplete;
}
