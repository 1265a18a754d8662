using System.Globalization;

namespace PaymentsApp.Banking.Reading.Bai;

/// <summary>BAI2 balance reports: file 01, group 02, account 03, transaction 16, and their totals 49, 98, 99.</summary>
internal sealed class BaiReader
{
    private readonly SourceText _source;
    private readonly List<StatementBuilder> _statements = [];
    private StatementBuilder? _account;
    private string? _groupCurrency;
    private string? _fileDate;
    private string? _fileId;
    private DateOnly? _asOf;
    private string? _bank;
    private readonly BaiTotals _totals = new();

    private BaiReader(SourceText source) => _source = source;

    public static bool Is(SourceText source) => BaiRecords.Is(source.Text);

    public static IReadOnlyList<StatementBuilder> Read(SourceText source, CancellationToken cancel)
    {
        var reader = new BaiReader(source);
        foreach (var record in BaiRecords.Split(source))
        {
            cancel.ThrowIfCancellationRequested();
            reader.Take(record);
        }

        reader._totals.End(reader._statements, source);
        return reader._statements;
    }

    private void Take(BaiRecord record)
    {
        _totals.Count(record);
        var fields = record.Code == "16" ? [] : record.Fields();
        switch (record.Code)
        {
            case "01":
                (_fileDate, _fileId) = (At(fields, 2), At(fields, 4));
                break;
            case "02":
                _bank = At(fields, 1);
                _asOf = IsoDate.ReadShort(At(fields, 3));
                _groupCurrency = At(fields, 5) is { Length: 3 } currency ? currency.ToUpperInvariant() : null;
                break;
            case "03":
                OpenAccount(record, fields);
                break;
            case "16" when _account is not null:
                _totals.Add(BaiEntry.Add(record, _account, _asOf));
                break;
            case "16":
                throw new UnreadableFileException("A transaction stands before any account.", _source.At(record.Index));
            case "49":
                _totals.CheckAccount(_account, fields, _source.At(record.Index));
                _account = null;
                break;
            case "98" or "99":
                _totals.Check(record.Code, _statements, fields, _source.At(record.Index));
                break;
        }
    }

    private void OpenAccount(BaiRecord record, List<string> fields)
    {
        var currency = At(fields, 1) is { Length: 3 } own ? own.ToUpperInvariant() : _groupCurrency ?? "USD";
        _account = new StatementBuilder("BAI2", _source, _source.At(record.Index))
        {
            Account = At(fields, 0),
            Bank = _bank,
            Currency = currency,
            StatementId = _fileId,
            CreatedAt = _fileDate,
            From = _asOf,
            To = _asOf,
        };
        _statements.Add(_account);
        for (var i = 2; i < fields.Count;)
        {
            var (code, amount) = (At(fields, i), At(fields, i + 1));
            var next = i + 4 + BaiEntry.FundsFields(fields, i + 3);
            TakeSummary(code, amount, record);
            i = next;
        }
    }

    // "010,+12345,,": a balance below 100; above it a sum of transactions, which counts for the totals only.
    private void TakeSummary(string? code, string? text, BaiRecord record)
    {
        if (code is null || text is null)
        {
            return;
        }

        var at = _source.At(record.Index);
        if (_account!.Currency is { } currency && BaiEntry.Minor(text) is { } minor && int.TryParse(code, NumberStyles.None, CultureInfo.InvariantCulture, out var type))
        {
            _account.NoteCurrency(currency, at);
            _totals.Add(minor);
            if (type < 100)
            {
                var balance = new BankBalance(code, minor, currency, _asOf, at);
                _account.AddBalance(balance);
                _account.Opening = type == 10 ? balance : _account.Opening;
                _account.Closing = type == 15 ? balance : _account.Closing;
            }
        }
        else
        {
            _account.Find(BankFindingKind.ValueUnreadable, $"The amount “{text}” of the balance {code} is not a number.", at);
        }
    }

    private static string? At(List<string> fields, int index) => index < fields.Count && fields[index].Length > 0 ? fields[index] : null;
}
