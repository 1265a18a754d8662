namespace PaymentsApp.Banking.Reading.Nacha;

/// <summary>What the control records of a batch and of the file must agree with.</summary>
internal sealed class NachaSums
{
    private const long HashModulus = 10_000_000_000;

    public long Records { get; set; }

    public long Hash { get; set; }

    public Int128 Debits { get; set; }

    public Int128 Credits { get; set; }

    public long Batches { get; set; }

    public void Add(NachaSums other)
    {
        Records += other.Records;
        Hash = (Hash + other.Hash) % HashModulus;
        Debits += other.Debits;
        Credits += other.Credits;
    }

    public void Check(StatementBuilder statement, string word, string records, string hash, string debits, string credits, SourcePosition at)
    {
        if (NachaReader.Number(records) is { } count && count != Records)
        {
            statement.Find(BankFindingKind.CountDifference, $"The {word} counts {count} entries and addenda; it has {Records}.", at, count - Records);
        }

        if (NachaReader.Number(hash) is { } theirs && theirs != Hash % HashModulus)
        {
            statement.Find(BankFindingKind.SumDifference, $"The entry hash of the {word} is {theirs}; its entries give {Hash % HashModulus}.", at, theirs - (Hash % HashModulus));
        }

        Compare(statement, $"debits of the {word}", debits, Debits, at);
        Compare(statement, $"credits of the {word}", credits, Credits, at);
    }

    private static void Compare(StatementBuilder statement, string what, string text, Int128 ours, SourcePosition at)
    {
        if (NachaReader.Number(text) is { } theirs && theirs != ours)
        {
            statement.Find(BankFindingKind.SumDifference, $"The {what} are {theirs} by the control record; the entries are {ours}.", at, (long)(theirs - ours));
        }
    }
}
