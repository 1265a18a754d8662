using System.Text.RegularExpressions;
using PaymentsApp.Banking.Reading.Nacha;

namespace PaymentsApp.Banking.Reading.Lockbox;

/// <summary>
/// BAI lockbox files, one record a line: 1 file, 2 service, 5 deposit of a lockbox, 6 a check, 4 what came with it
/// (invoices), 7 total of a batch, 8 total of the deposit, 9 end. They come from scanned paper: what is no number is reported.
/// </summary>
internal sealed partial class LockboxReader
{
    private readonly SourceText _source;
    private readonly List<StatementBuilder> _statements = [];
    private readonly List<TextLine> _overflows = [];
    private StatementBuilder? _deposit;
    private DateOnly? _depositedOn;
    private TextLine? _check;
    private (Int128 Sum, long Count) _batch;
    private (Int128 Sum, long Count) _service;
    private long _records;
    private bool _ended;

    private LockboxReader(SourceText source) => _source = source;

    public static bool Is(SourceText source) => Start().IsMatch(source.Text);

    public static IReadOnlyList<StatementBuilder> Read(SourceText source, CancellationToken cancel)
    {
        var reader = new LockboxReader(source);
        foreach (var line in TextLine.Of(source.Text))
        {
            cancel.ThrowIfCancellationRequested();
            reader._records++;
            reader.Take(line);
        }

        reader.EndCheck();
        if (!reader._ended && reader._statements.Count > 0)
        {
            reader._statements[^1].Find(BankFindingKind.Incomplete, "The file has no end record.", source.At(source.Text.Length));
        }

        return reader._statements;
    }

    private void Take(TextLine line)
    {
        var at = _source.At(line.Index);
        if (line.Text[0] != '4')
        {
            EndCheck();
        }

        switch (line.Text[0])
        {
            case '1' or '2':
                break;
            case '5':
                Open(line);
                break;
            case '6':
                _check = line;
                break;
            case '4' when _check is not null:
                _overflows.Add(line);
                break;
            case '7':
                Compare("batch", line.Columns(21, 23), line.Columns(24, 33), _batch, at);
                _batch = default;
                break;
            case '8':
                Compare("deposit", line.Columns(21, 24), line.Columns(25, 34), _service, at);
                (_batch, _service, _deposit) = (default, default, null);
                break;
            case '9':
                _ended = true;
                if (NachaReader.Number(line.Columns(2, 7)) is { } records && records != _records && _statements.Count > 0)
                {
                    _statements[^1].Find(BankFindingKind.CountDifference, $"The file counts {records} records; it has {_records}.", at, records - _records);
                }

                break;
            default:
                throw new UnreadableFileException($"The record “{line.Columns(1, 20)}” is none of a lockbox file.", at);
        }
    }

    // 5: lockbox 8-14, date of deposit 15-20.
    private void Open(TextLine line)
    {
        _depositedOn = IsoDate.ReadShort(line.Columns(15, 20));
        _deposit = new StatementBuilder("BAI lockbox", _source, _source.At(line.Index))
        {
            Account = line.Columns(8, 14).Trim(),
            Bank = Some(line.Columns(31, 40)),
            AccountOwner = Some(line.Columns(21, 30)),
            StatementId = $"{line.Columns(8, 14).Trim()}-{line.Columns(15, 20).Trim()}",
            Currency = "USD",
            From = _depositedOn,
            To = _depositedOn,
            MustAddUp = false,
        };
        _statements.Add(_deposit);
    }

    private void EndCheck()
    {
        if (_check is not { } line)
        {
            return;
        }

        _check = null;
        if (_deposit is null)
        {
            Open(new TextLine("", line.Index));
        }

        var at = _source.At(line.Index, line.Text.Length);
        _batch.Count++;
        _service.Count++;
        if (NachaReader.Number(line.Columns(8, 17)) is not { } minor)
        {
            _deposit!.NotRead($"The amount “{line.Columns(8, 17)}” of the check is not a number.", at);
        }
        else
        {
            _batch.Sum += minor;
            _service.Sum += minor;
            _deposit!.Add(Entry(line, minor, at));
        }

        _overflows.Clear();
    }

    // 6: batch 2-4, item 5-7, amount 8-17, routing 18-26, account 27-36, check number 37-46, date 47-52, payer from 53.
    private BankEntry Entry(TextLine line, long minor, SourcePosition at)
    {
        var texts = _overflows.ConvertAll(overflow => overflow.Columns(12, overflow.Text.Length).Trim());
        var documents = texts.Where(text => text.Length > 0).Select(Document).ToList();
        return new BankEntry
        {
            BookedOn = _depositedOn,
            ValueOn = _depositedOn,
            AmountMinor = minor,
            Currency = "USD",
            TransactionCode = "CHECK",
            PayerName = Some(line.Columns(53, 82)),
            PayerBank = Some(line.Columns(18, 26)),
            PayerAccount = Some(line.Columns(27, 36).TrimStart('0')),
            CheckNumber = Some(line.Columns(37, 46).TrimStart('0')),
            BankId = $"{_deposit!.StatementId}-{line.Columns(2, 4)}-{line.Columns(5, 7)}",
            BankText = Some(line.Columns(83, 200)),
            RemittanceText = string.Join(' ', texts),
            RemittanceParts = texts,
            Documents = documents,
            References = [.. documents.Select(document => new BankReference(document.Type, document.Number))],
            At = at,
            ValuesAt = [new(BankField.Amount, _source.At(line.Index + 7, 10)), new(BankField.PayerName, _source.At(line.Index + 52))],
        };
    }

    // "INV4711     0000012345": number and amount in cents; or the number alone.
    private static BankDocument Document(string text)
    {
        var match = NumberAndAmount().Match(text);
        return match.Success
            ? new BankDocument("IV", match.Groups["number"].Value, PaidMinor: NachaReader.Number(match.Groups["amount"].Value))
            : new BankDocument("IV", text);
    }

    private void Compare(string word, string countText, string sumText, (Int128 Sum, long Count) ours, SourcePosition at)
    {
        if (_deposit is null && _statements.Count == 0)
        {
            return;
        }

        var statement = _deposit ?? _statements[^1];
        if (NachaReader.Number(countText) is { } count && count != ours.Count)
        {
            statement.Find(BankFindingKind.CountDifference, $"The {word} counts {count} checks; it has {ours.Count}.", at, count - ours.Count);
        }

        if (NachaReader.Number(sumText) is { } sum && sum != ours.Sum)
        {
            statement.Find(BankFindingKind.SumDifference, $"The total of the {word} is {sum}; its checks are {ours.Sum}.", at, (long)(sum - ours.Sum));
        }
    }

    private static string? Some(string text) => text.Trim() is { Length: > 0 } some ? some : null;

    [GeneratedRegex(@"\A[\uFEFF\s]*1\d\d\S[^\r\n]{10,}[\r\n]+(?:2[^\r\n]*[\r\n]+)?5\d{6}")]
    private static partial Regex Start();

    [GeneratedRegex(@"^(?<number>\S+(?: \S+)*)\s{1,}(?<amount>\d{8,12})$")]
    private static partial Regex NumberAndAmount();
}
