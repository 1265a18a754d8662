namespace PaymentsApp.Banking.Reading.Qif;

/// <summary>Makes statements of sections, once order of dates and decimal sign are known.</summary>
internal sealed class QifStatements(SourceText source, DateOrder order, char sign, string? currency)
{
    public StatementBuilder Build(QifSection section)
    {
        var statement = new StatementBuilder("QIF", source, source.At(section.Index)) { Account = section.Account, Currency = currency, MustAddUp = false };
        foreach (var record in section.Records)
        {
            Add(statement, record);
        }

        statement.From = statement.Entries.Min(entry => entry.BookedOn);
        statement.To = statement.Entries.Max(entry => entry.BookedOn);
        return statement;
    }

    private void Add(StatementBuilder statement, QifRecord record)
    {
        var at = source.At(record.Index);
        var text = QifReader.AmountOf(record);
        if (text is null || AmountText.Read(text) is not { } amount || Minor(statement, amount, at) is not { } minor)
        {
            statement.NotRead(text is null ? "The record has no amount." : $"The amount “{text}” is not a number.", at);
            return;
        }

        var date = QifReader.DateOf(record);
        var booked = date is null ? null : DateText.Read(date, order);
        if (booked is null)
        {
            statement.Find(BankFindingKind.DateUnreadable, $"“{date}” is not a date.", at);
        }

        // Quicken begins an account with a record that carries its balance: "L[name of the account itself]".
        var category = record.Value('L');
        if (record.Value('P') is "Opening Balance" && category?.StartsWith('[') == true)
        {
            statement.Account ??= category.Trim('[', ']');
            statement.Opening = new BankBalance("QIF", minor, currency, booked, at);
            statement.AddBalance(statement.Opening);
        }

        CheckSplits(statement, record, minor, at);
        var memo = record.Value('M') ?? "";
        statement.Add(new BankEntry
        {
            BookedOn = booked,
            AmountMinor = minor,
            Currency = currency,
            PayerName = record.Value('P'),
            CheckNumber = record.Value('N'),
            CustomerReference = record.Value('N'),
            BankText = category,
            RemittanceText = memo,
            RemittanceParts = memo.Length > 0 ? [memo] : [],
            At = at,
            ValuesAt = [new(BankField.Amount, source.At(record.IndexOf('T'), text.Length)), new(BankField.BookedOn, source.At(record.IndexOf('D')))],
        });
    }

    private long? Minor(StatementBuilder statement, AmountText amount, SourcePosition at) =>
        amount.Plain(sign) is { } plain ? statement.Minor((amount.IsNegative ? "-" : "") + plain, '.', currency, at) : null;

    // S, E and $ divide a record: the parts must be the whole.
    private void CheckSplits(StatementBuilder statement, QifRecord record, long whole, SourcePosition at)
    {
        Int128 sum = 0;
        var count = 0;
        foreach (var (code, text, _) in record.Lines)
        {
            if (code == '$' && AmountText.Read(text) is { } amount && Minor(statement, amount, at) is { } minor)
            {
                sum += minor;
                count++;
            }
        }

        if (count > 0 && sum != whole && record.Value('S') is not null)
        {
            statement.Find(BankFindingKind.DetailsDiffer, "The parts of the record are not its amount.", at, (long)(whole - sum));
        }
    }
}
