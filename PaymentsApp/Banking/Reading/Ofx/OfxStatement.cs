namespace PaymentsApp.Banking.Reading.Ofx;

/// <summary>Gathers one statement of an OFX file, tag by tag.</summary>
internal sealed class OfxStatement
{
    private readonly StatementBuilder _statement;
    private readonly SourceText _source;
    private readonly Dictionary<string, OfxToken> _entry = [];
    private readonly List<string> _memos = [];
    private string _part = "";
    private int _entryIndex = -1;
    private (string Amount, string? Date, int Index) _balance;
    private int _leftOut;

    public OfxStatement(SourceText source, OfxToken token, string format)
    {
        _source = source;
        IsInvestment = token.Name == "INVSTMTRS";
        _statement = new StatementBuilder(format, source, source.At(token.Index)) { MustAddUp = false };
    }

    public bool IsInvestment { get; }

    public void Take(OfxToken token)
    {
        switch (token.Name)
        {
            case "STMTTRN":
                EndEntry();
                _entryIndex = token.IsEnd ? -1 : token.Index;
                break;
            case "BANKACCTFROM" or "CCACCTFROM" or "INVACCTFROM" or "BANKACCTTO" or "CCACCTTO" or "LEDGERBAL" or "AVAILBAL" or "PAYEE" or "CURRENCY" or "ORIGCURRENCY":
                EndBalance();
                _part = token.IsEnd ? "" : token.Name;
                break;
            case "BANKTRANLIST" when token.IsEnd:
                EndEntry();
                break;
            case "INVTRAN" when !token.IsEnd:
                _leftOut++;
                break;
            default:
                if (!token.IsEnd && token.Value.Length > 0)
                {
                    TakeValue(token);
                }

                break;
        }
    }

    public StatementBuilder? End()
    {
        EndBalance();
        if (_entryIndex >= 0)
        {
            _statement.Find(BankFindingKind.Incomplete, "The last movement does not end.", _source.At(_entryIndex));
            EndEntry();
        }

        if (_leftOut > 0 && _statement.RawEntries > 0)
        {
            _statement.Find(BankFindingKind.LeftOut, $"{_leftOut} movements of investments were left out; only those of money were read.", _statement.At);
        }

        return _statement.HasNothing && _leftOut == 0 ? null : _statement;
    }

    private void TakeValue(OfxToken token)
    {
        if (_entryIndex >= 0)
        {
            if (token.Name == "MEMO")
            {
                _memos.Add(token.Value);
            }

            // The bank's fields and those of the other account have the same names: the part they stand in tells them apart.
            var key = _part is "PAYEE" or "CURRENCY" or "ORIGCURRENCY" || token.Name is "ACCTID" or "BANKID" ? $"{_part}.{token.Name}" : token.Name;
            _entry.TryAdd(key, token);
            return;
        }

        switch (_part, token.Name)
        {
            case (_, "CURDEF"):
                _statement.Currency = token.Value;
                break;
            case ("BANKACCTFROM" or "CCACCTFROM" or "INVACCTFROM", "ACCTID"):
                _statement.Account ??= token.Value;
                break;
            case ("BANKACCTFROM", "BANKID") or ("INVACCTFROM", "BROKERID"):
                _statement.Bank ??= token.Value;
                break;
            case (_, "DTSTART"):
                _statement.From ??= IsoDate.ReadCompact(token.Value);
                break;
            case (_, "DTEND"):
                _statement.To ??= IsoDate.ReadCompact(token.Value);
                break;
            case ("LEDGERBAL" or "AVAILBAL", "BALAMT"):
                _balance = (token.Value, _balance.Date, token.Index);
                break;
            case ("LEDGERBAL" or "AVAILBAL", "DTASOF"):
                _balance.Date = token.Value;
                break;
        }
    }

    private void EndBalance()
    {
        if (_part is "LEDGERBAL" or "AVAILBAL" && _balance.Amount is { } text)
        {
            var at = _source.At(_balance.Index, text.Length);
            if (Minor(text, _statement.Currency, at) is { } minor)
            {
                var balance = new BankBalance(_part, minor, _statement.Currency, IsoDate.ReadCompact(_balance.Date ?? ""), at);
                _statement.AddBalance(balance);
                _statement.Closing = _part == "LEDGERBAL" ? balance : _statement.Closing;
            }
            else
            {
                _statement.Find(BankFindingKind.ValueUnreadable, $"The balance “{text}” is not a number.", at);
            }
        }

        _balance = default;
        _part = "";
    }

    private void EndEntry()
    {
        if (_entryIndex < 0)
        {
            return;
        }

        var at = _source.At(_entryIndex);
        var currency = Value("CURRENCY.CURSYM") ?? _statement.Currency;
        if (Value("TRNAMT") is not { } text)
        {
            _statement.NotRead("The movement has no amount.", at);
        }
        else if (Minor(text, currency, at) is not { } minor)
        {
            _statement.NotRead($"The amount “{text}” is not a number.", at);
        }
        else
        {
            _statement.Add(Entry(minor, currency, at));
        }

        _entry.Clear();
        _memos.Clear();
        _entryIndex = -1;
        _part = "";
    }

    private BankEntry Entry(long minor, string? currency, SourcePosition at)
    {
        var booked = IsoDate.ReadCompact(Value("DTPOSTED") ?? "");
        if (booked is null)
        {
            _statement.Find(BankFindingKind.DateUnreadable, $"“{Value("DTPOSTED")}” is not a date.", at);
        }

        var kind = Value("TRNTYPE");
        var original = Value("ORIGCURRENCY.CURSYM") is { } symbol ? $"Converted from {symbol} at {Value("ORIGCURRENCY.CURRATE")}." : null;
        return new BankEntry
        {
            BookedOn = booked,
            ValueOn = IsoDate.ReadCompact(Value("DTAVAIL") ?? ""),
            AmountMinor = minor,
            Currency = currency,
            TransactionCode = kind,
            IsReversal = Value("CORRECTACTION") is not null,
            PayerName = Value("PAYEE.NAME") ?? Value("EXTDNAME") ?? Value("NAME"),
            PayerAccount = Value("BANKACCTTO.ACCTID") ?? Value("CCACCTTO.ACCTID") ?? Value("BANKACCTFROM.ACCTID"),
            PayerBank = Value("BANKACCTTO.BANKID") ?? Value("BANKACCTFROM.BANKID"),
            PayerId = Value("PAYEEID"),
            BankId = Value("FITID"),
            CustomerReference = Value("REFNUM"),
            CheckNumber = Value("CHECKNUM"),
            BankText = original,
            RemittanceText = string.Join(' ', _memos),
            RemittanceParts = [.. _memos],
            At = at,
            ValuesAt = Places(),
        };
    }

    private List<BankValueAt> Places()
    {
        var places = new List<BankValueAt>(5);
        foreach (var (name, field) in new[] { ("TRNAMT", BankField.Amount), ("DTPOSTED", BankField.BookedOn), ("FITID", BankField.BankId), ("NAME", BankField.PayerName), ("MEMO", BankField.RemittanceText) })
        {
            if (_entry.TryGetValue(name, out var token))
            {
                places.Add(new(field, _source.At(token.Index, token.Value.Length)));
            }
        }

        return places;
    }

    private string? Value(string name) => _entry.TryGetValue(name, out var token) ? token.Value : null;

    // Point or comma before the decimals, both allowed; no thousands, but some banks write them all the same.
    private long? Minor(string text, string? currency, SourcePosition at)
    {
        if (AmountText.Read(text) is not { Mark: null } amount)
        {
            return null;
        }

        var figures = amount.Figures;
        var sign = figures.LastIndexOf(',') > figures.LastIndexOf('.') && figures.IndexOf(',') == figures.LastIndexOf(',') ? ',' : '.';
        return amount.Plain(sign) is { } plain ? _statement.Minor((amount.IsNegative ? "-" : "") + plain, '.', currency, at) : null;
    }
}
