using System.Globalization;

namespace PaymentsApp.Banking.Reading.Bai;

/// <summary>Recomputes the control totals of a BAI2 file: per account, group and file, amounts and numbers of records.</summary>
internal sealed class BaiTotals
{
    private readonly Level _account = new();
    private readonly Level _group = new();
    private readonly Level _file = new();
    private bool _accountOpen;
    private bool _ended;

    /// <summary>Each line is a record, those that continue one too.</summary>
    public void Count(BaiRecord record)
    {
        if (record.Code == "03")
        {
            _accountOpen = true;
            _account.Reset();
        }

        if (record.Code == "02")
        {
            _group.Reset();
        }

        foreach (var level in new[] { _account, _group, _file })
        {
            level.Records += record.Pieces.Count;
        }
    }

    public void Add(long minor) => _account.Sum += minor;

    public void CheckAccount(StatementBuilder? account, List<string> fields, SourcePosition at)
    {
        _accountOpen = false;
        _group.Sum += Declared(fields, 0) ?? _account.Sum;
        _group.Parts++;
        if (account is not null)
        {
            Compare(account, "account", _account, fields, 1, at);
        }
    }

    /// <summary>98 for a group, 99 for the file.</summary>
    public void Check(string code, List<StatementBuilder> statements, List<string> fields, SourcePosition at)
    {
        var (level, word) = code == "98" ? (_group, "group") : (_file, "file");
        if (statements.Count > 0)
        {
            Compare(statements[^1], word, level, fields, 2, at);
            if (Declared(fields, 1) is { } parts && parts != level.Parts)
            {
                statements[^1].Find(BankFindingKind.CountDifference, $"The {word} counts {parts} parts; it has {level.Parts}.", at, (long)(parts - level.Parts));
            }
        }

        if (code == "98")
        {
            _file.Sum += Declared(fields, 0) ?? level.Sum;
            _file.Parts++;
            level.Reset();
        }
        else
        {
            _ended = true;
        }
    }

    public void End(List<StatementBuilder> statements, SourceText source)
    {
        if (statements.Count > 0 && (_accountOpen || !_ended))
        {
            statements[^1].Find(BankFindingKind.Incomplete, "The file ends before its last total.", source.At(source.Text.Length));
        }
    }

    private static void Compare(StatementBuilder statement, string word, Level ours, List<string> fields, int recordsAt, SourcePosition at)
    {
        if (Declared(fields, 0) is { } sum && sum != ours.Sum)
        {
            statement.Find(BankFindingKind.SumDifference, $"The control total of the {word} is {sum}; its amounts are {ours.Sum}.", at, (long)Int128.Clamp(sum - ours.Sum, long.MinValue, long.MaxValue));
        }

        if (Declared(fields, recordsAt) is { } records && records != ours.Records)
        {
            statement.Find(BankFindingKind.CountDifference, $"The {word} counts {records} records; it has {ours.Records}.", at, (long)(records - ours.Records));
        }
    }

    private static Int128? Declared(List<string> fields, int index) =>
        index < fields.Count && long.TryParse(fields[index], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) ? value : null;

    private sealed class Level
    {
        public Int128 Sum { get; set; }

        public long Records { get; set; }

        public long Parts { get; set; }

        public void Reset() => (Sum, Records, Parts) = (0, 0, 0);
    }
}
