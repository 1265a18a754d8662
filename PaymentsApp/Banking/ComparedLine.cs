namespace PaymentsApp.Banking;

/// <summary>An entry of a new file beside what is known.</summary>
/// <param name="Entry">The entry.</param>
/// <param name="Verdict">What it is.</param>
/// <param name="Earlier">The known line that the verdict is about; null for a new one.</param>
public sealed record ComparedLine(BankEntry Entry, BankLineVerdict Verdict, BankLine? Earlier)
{
    /// <summary>True when it is to be kept as a line of its own.</summary>
    public bool IsKept => Verdict is BankLineVerdict.New or BankLineVerdict.BankIdReused or BankLineVerdict.Similar;
}
