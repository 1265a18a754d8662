using System.Globalization;
using System.Text.RegularExpressions;

namespace PaymentsApp.Banking.Reading.Mt;

/// <summary>Builds one statement from the fields of one message.</summary>
internal sealed partial class MtStatement
{
    private readonly StatementBuilder _statement;
    private readonly SourceText _source;
    private readonly bool _usesComma;
    private readonly HashSet<string> _seen = [];
    private readonly List<MtField> _texts = [];
    private MtField? _entry;
    private int _debits;
    private int _credits;

    public MtStatement(SourceText source, int index, string envelope, bool usesComma)
    {
        _source = source;
        _usesComma = usesComma;
        var isInterim = envelope.Contains(":I942", StringComparison.Ordinal) || envelope.Contains(":O942", StringComparison.Ordinal) || envelope == ":942";
        _statement = new StatementBuilder(isInterim ? "MT942" : "MT940", source, source.At(index))
        {
            Bank = Sender().Match(envelope) is { Success: true } match ? match.Groups["bic"].Value : null,
        };
    }

    public bool IsEmpty => _seen.Count == 0;

    /// <summary>A new message begins where a field comes that this one has had, or that stands before what it has had.</summary>
    public bool EndsBefore(string tag) => tag switch
    {
        "20" => _seen.Count > 0,
        "25" or "25P" or "28" or "28C" or "60F" or "60M" => _seen.Contains(tag) || _seen.Contains("62F") || _seen.Contains("62M"),
        _ => false,
    };

    public void Take(MtField field)
    {
        _seen.Add(field.Tag);
        if (field.Tag is not ("86" or "NS"))
        {
            EndEntry();
        }

        switch (field.Tag)
        {
            case "20":
                _statement.StatementId = MtEntryLine.Given(field.First);
                break;
            case "25" or "25P":
                TakeAccount(field.First.Trim());
                break;
            case "28" or "28C":
                var number = string.Concat(field.Lines).Trim().Split('/', 2);
                _statement.Number = number[0].Trim();
                _statement.Page = number.Length > 1 ? number[1].Trim() : null;
                break;
            case "60F" or "60M" or "60" or "62F" or "62M" or "62" or "64" or "65" or "65F":
                TakeBalance(field);
                break;
            case "61":
                _entry = field;
                break;
            case "86" or "NS" when _entry is not null:
                _texts.Add(field);
                break;
            case "34F":
                _statement.Format = "MT942";
                _statement.Currency ??= field.First.Length >= 3 ? field.First[..3] : null;
                break;
            case "13D" or "13":
                _statement.CreatedAt = field.First.Trim();
                break;
            case "90C" or "90D":
                CheckCount(field);
                break;
        }
    }

    public StatementBuilder End()
    {
        EndEntry();
        if (_statement.Format == "MT940" && (_statement.Opening is null || _statement.Closing is null))
        {
            _statement.Find(BankFindingKind.Incomplete, "The statement has no opening or no closing balance, so it cannot be added up.", _statement.At);
        }

        return _statement;
    }

    // "NL77INGB0574908765EUR", "51210600/9223382012EUR", "0800003200000001610722 EUR"
    private void TakeAccount(string text)
    {
        var match = AccountWithCurrency().Match(text);
        _statement.Account = (match.Success ? match.Groups["account"].Value : text).Trim();
        if (match.Success)
        {
            _statement.Currency ??= match.Groups["currency"].Value;
        }

        if (BankAndAccount().Match(_statement.Account) is { Success: true } parts)
        {
            _statement.Bank ??= parts.Groups["bank"].Value;
        }
    }

    // "C140219EUR662,23"
    private void TakeBalance(MtField field)
    {
        var at = _source.At(field.Index);
        var match = BalanceLine().Match(field.First);
        var currency = match.Groups["currency"].Success ? match.Groups["currency"].Value : _statement.Currency;
        var minor = match.Success ? Minor(match.Groups["amount"].Value, currency, at) : null;
        if (minor is null)
        {
            _statement.Find(BankFindingKind.ValueUnreadable, $"The balance “:{field.Tag}:{field.First}” cannot be read.", at);
            return;
        }

        var date = match.Groups["date"].Value;
        var on = IsoDate.ReadShort(date);
        if (on is null)
        {
            _statement.Find(BankFindingKind.DateUnreadable, $"“{date}” is not a date.", at);
        }

        var balance = new BankBalance(field.Tag, match.Groups["mark"].Value.EndsWith('D') ? -minor.Value : minor.Value, currency, on, at);
        _statement.AddBalance(balance);
        if (field.Tag[0..2] == "60" && _statement.Opening is null)
        {
            _statement.Opening = balance;
            _statement.Currency = currency;
            _statement.From = on;
        }
        else if (field.Tag[0..2] == "62")
        {
            _statement.Closing = balance;
            _statement.To = on;
        }
    }

    private long? Minor(string text, string? currency, SourcePosition at) =>
        MtAmount.Plain(text, _usesComma) is { } plain ? _statement.Minor(plain, '.', currency, at) : null;

    private void EndEntry()
    {
        if (_entry is not { } field)
        {
            return;
        }

        _entry = null;
        var at = _source.At(field.Index);
        var line = MtEntryLine.Read(field);
        var currency = _statement.Currency;
        if (line is null || Minor(line.Amount, currency, at) is not { } unsigned)
        {
            _statement.NotRead($"The entry “:61:{field.First}” cannot be read.", at);
            _texts.Clear();
            return;
        }

        // RC takes a credit back, so it is a debit; RD the other way round. EC and ED are only expected.
        var isDebit = line.Mark is "D" or "RC" or "ED";
        var (booked, value) = Dates(line, at);
        _ = isDebit ? _debits++ : _credits++;
        var end = _texts.Count > 0 ? _texts[^1] : field;
        var entry = new BankEntry
        {
            BookedOn = booked,
            ValueOn = value,
            AmountMinor = isDebit ? -unsigned : unsigned,
            Currency = currency,
            Status = line.Mark[0] == 'E' ? BankEntryStatus.Pending : BankEntryStatus.Booked,
            IsReversal = line.Mark[0] == 'R',
            TransactionCode = line.Kind,
            CustomerReference = line.OwnerReference,
            BankId = line.BankReference,
            BankText = line.Supplement,
            PayerName = line.Name,
            At = _source.At(field.Index, end.TextIndex + end.First.Length - field.Index),
            ValuesAt = Places(line, field),
        };
        _statement.Add(MtText.Fill(entry, _texts, line));
        _texts.Clear();
    }

    private List<BankValueAt> Places(MtEntryLine line, MtField field)
    {
        var places = new List<BankValueAt>(4)
        {
            new(BankField.Amount, _source.At(line.AmountIndex, line.Amount.Length)),
            new(BankField.ValueOn, _source.At(field.TextIndex, 6)),
        };
        if (line.EntryOn is not null)
        {
            places.Add(new(BankField.BookedOn, _source.At(field.TextIndex + 6, 4)));
        }

        if (_texts.Count > 0)
        {
            places.Add(new(BankField.RemittanceText, _source.At(_texts[0].TextIndex)));
        }

        return places;
    }

    private (DateOnly? Booked, DateOnly? Value) Dates(MtEntryLine line, SourcePosition at)
    {
        var value = IsoDate.ReadShort(line.ValueOn);
        if (value is null && line.ValueOn[2..] is "0230" or "0229" or "0231")
        {
            // German interest months have thirty days.
            value = IsoDate.ReadShort(string.Concat(line.ValueOn.AsSpan(0, 2), "0301"))?.AddDays(-1);
            _statement.Find(BankFindingKind.Assumed, $"The value date {line.ValueOn} does not exist; the last day of February is taken.", at);
        }
        else if (value is null)
        {
            _statement.Find(BankFindingKind.DateUnreadable, $"“{line.ValueOn}” is not a date.", at);
        }

        if (line.EntryOn is null)
        {
            return (value ?? _statement.From, value);
        }

        // The entry date has no year: the one nearest to the value date, so 31.12. and 02.01. find each other.
        var near = value ?? _statement.From;
        var booked = near is null ? null : Enumerable.Range(near.Value.Year - 1, 3)
            .Select(year => IsoDate.ReadShort((year % 100).ToString("00", CultureInfo.InvariantCulture) + line.EntryOn))
            .OfType<DateOnly>()
            .OrderBy(day => Math.Abs(day.DayNumber - near.Value.DayNumber))
            .Select(day => (DateOnly?)day)
            .FirstOrDefault();
        if (booked is null)
        {
            _statement.Find(BankFindingKind.DateUnreadable, $"“{line.EntryOn}” is not a day of the year.", at);
        }

        return (booked, value);
    }

    // "3PLN0,03": number and sum of debits or credits.
    private void CheckCount(MtField field)
    {
        var at = _source.At(field.Index);
        var match = CountLine().Match(field.First.Trim());
        if (!match.Success || !int.TryParse(match.Groups["count"].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var count))
        {
            _statement.Find(BankFindingKind.ValueUnreadable, $"“:{field.Tag}:{field.First}” cannot be read.", at);
            return;
        }

        var isDebit = field.Tag == "90D";
        if (count != (isDebit ? _debits : _credits))
        {
            _statement.Find(BankFindingKind.CountDifference, $"The bank counts {count} {(isDebit ? "debits" : "credits")}; the file has {(isDebit ? _debits : _credits)}.", at, count - (isDebit ? _debits : _credits));
        }

        var ours = _statement.Entries.Where(entry => entry.AmountMinor < 0 == isDebit).Aggregate((Int128)0, (sum, entry) => sum + Math.Abs(entry.AmountMinor));
        if (Minor(match.Groups["amount"].Value, match.Groups["currency"].Value, at) is { } sum && sum != ours)
        {
            _statement.Find(BankFindingKind.SumDifference, $"The bank's sum of {(isDebit ? "debits" : "credits")} is not theirs.", at, (long)(sum - ours));
        }
    }

    [GeneratedRegex(@"^(?<account>.*?\d.*?)[ ]?(?<currency>[A-Z]{3})$")]
    private static partial Regex AccountWithCurrency();

    [GeneratedRegex("^(?<bank>[A-Z0-9]{6,11})/.+$")]
    private static partial Regex BankAndAccount();

    [GeneratedRegex(@"^(?<mark>R?[CD])(?<date>\d{6})(?<currency>[A-Z]{3})?(?<amount>\d[\d.,]*|,\d+)\s*$")]
    private static partial Regex BalanceLine();

    [GeneratedRegex(@"^(?<count>\d{1,5})(?<currency>[A-Z]{3})(?<amount>\d[\d.,]*|,\d+)$")]
    private static partial Regex CountLine();

    [GeneratedRegex(@"\{1:F\d\d(?<bic>[A-Z]{6}[A-Z0-9]{2})")]
    private static partial Regex Sender();
}
