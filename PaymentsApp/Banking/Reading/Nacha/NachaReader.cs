using System.Globalization;
using System.Text.RegularExpressions;

namespace PaymentsApp.Banking.Reading.Nacha;

/// <summary>
/// ACH files of 94 columns: file header 1, batches (5, entries 6, addenda 7, control 8), file control 9. One statement per
/// batch. Lines may be short, or the whole file one line.
/// </summary>
internal sealed partial class NachaReader
{
    private const int Width = 94;

    private readonly SourceText _source;
    private readonly List<StatementBuilder> _statements = [];
    private readonly NachaSums _file = new();
    private TextLine _header;
    private NachaBatch? _batch;
    private bool _ended;

    private NachaReader(SourceText source) => _source = source;

    public static bool Is(SourceText source) => Start().IsMatch(source.Text);

    public static IReadOnlyList<StatementBuilder> Read(SourceText source, CancellationToken cancel)
    {
        var reader = new NachaReader(source);
        foreach (var line in Records(source.Text))
        {
            cancel.ThrowIfCancellationRequested();
            reader.Take(line);
        }

        reader.End();
        return reader._statements;
    }

    // Lines longer than a record hold several when they are a multiple of it; else what is too much is padding.
    private static IEnumerable<TextLine> Records(string text)
    {
        foreach (var line in TextLine.Of(text))
        {
            if (line.Text.Length < 2 * Width)
            {
                yield return line;
                continue;
            }

            for (var at = 0; at < line.Text.Length; at += Width)
            {
                yield return new TextLine(line.Text.Substring(at, Math.Min(Width, line.Text.Length - at)), line.Index + at);
            }
        }
    }

    private void Take(TextLine line)
    {
        switch (line.Text[0])
        {
            case '1' when line.Columns(2, 3) == "01":
                _header = line;
                break;
            case '5':
                CloseBatch(null);
                _batch = new NachaBatch(_source, _header, line);
                break;
            case '6':
                (_batch ??= new NachaBatch(_source, _header, null, line.Index)).Entry(line);
                break;
            case '7':
                (_batch ??= new NachaBatch(_source, _header, null, line.Index)).Addenda(line);
                break;
            case '8':
                CloseBatch(line);
                break;
            case '9' when line.Text.AsSpan().TrimEnd().IndexOfAnyExcept('9') < 0:
                break; // padding to whole blocks
            case '9':
                CloseBatch(null);
                CheckFile(line);
                break;
            default:
                throw new UnreadableFileException($"The record “{line.Columns(1, 20).TrimEnd()}…” is none of an ACH file.", _source.At(line.Index));
        }
    }

    private void CloseBatch(TextLine? control)
    {
        if (_batch is not { } batch)
        {
            return;
        }

        batch.End(control);
        _file.Add(batch.Sums);
        _file.Batches++;
        _statements.Add(batch.Statement);
        _batch = null;
    }

    // 9: batches 2-7, blocks 8-13, entries and addenda 14-21, hash 22-31, debits 32-43, credits 44-55; wider in ADV files.
    private void CheckFile(TextLine line)
    {
        _ended = true;
        if (_statements.Count == 0)
        {
            return;
        }

        var (last, at) = (_statements[^1], _source.At(line.Index));
        if (Number(line.Columns(2, 7)) is { } batches && batches != _file.Batches)
        {
            last.Find(BankFindingKind.CountDifference, $"The file counts {batches} batches; it has {_file.Batches}.", at, batches - _file.Batches);
        }

        var isAdvice = last.Format.EndsWith("ADV", StringComparison.Ordinal);
        _file.Check(last, "file", line.Columns(14, 21), line.Columns(22, 31), isAdvice ? line.Columns(32, 51) : line.Columns(32, 43), isAdvice ? line.Columns(52, 71) : line.Columns(44, 55), at);
    }

    private void End()
    {
        CloseBatch(null);
        if (_statements.Count == 0)
        {
            if (_header.Text is null)
            {
                throw new UnreadableFileException("This ACH file has neither a header nor a batch.", _source.At(0));
            }

            // A file that says that there is nothing today.
            _statements.Add(new StatementBuilder("NACHA", _source, _source.At(_header.Index)) { Bank = _header.Columns(4, 13).Trim(), Currency = "USD" });
        }

        if (!_ended)
        {
            _statements[^1].Find(BankFindingKind.Incomplete, "The file has no file control record.", _source.At(_source.Text.Length));
        }
    }

    public static long? Number(string text) =>
        long.TryParse(text.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    [GeneratedRegex(@"\A[\uFEFF\s]*(?:101[ \d].{30}|5(?:200|220|225|280).{40}|6\d\d\d{9}.{30}|8(?:200|220|225|280)\d{6}.{30})")]
    private static partial Regex Start();
}
