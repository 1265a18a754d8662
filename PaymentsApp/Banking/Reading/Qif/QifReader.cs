using System.Text.RegularExpressions;

namespace PaymentsApp.Banking.Reading.Qif;

/// <summary>
/// Quicken Interchange Format: sections that begin with "!Type:", records that end with "^". It names neither currency nor
/// the order of its dates, so those are decided over the whole file. Lists of accounts, categories, classes, memorised items
/// and securities look alike and are no movements.
/// </summary>
internal static partial class QifReader
{
    private static readonly string[] BankTypes = ["BANK", "CASH", "CCARD", "OTH A", "OTH L", "OTHA", "OTHL"];

    public static bool Is(SourceText source) => Header().IsMatch(source.Text) || (Headless().IsMatch(source.Text) && Amount().IsMatch(source.Text));

    public static IReadOnlyList<StatementBuilder> Read(SourceText source, BankFileChoices choices, CancellationToken cancel)
    {
        var sections = Sections(source, cancel);
        var banks = sections.Where(section => section.IsBank && section.Records.Count > 0).ToList();
        if (banks.Count == 0)
        {
            throw new UnreadableFileException("This QIF file holds lists or investments, and no movements of a bank account.", source.At(0));
        }

        var texts = banks.SelectMany(section => section.Records).Select(record => DateOf(record)).OfType<string>().ToList();
        var dates = texts.Where(DateText.Is).ToList();
        var order = DateOrders.Decide(dates, choices, out var dateQuestion, out var dateReason);
        var amounts = banks.SelectMany(section => section.Records).Select(AmountOf).OfType<string>().Select(AmountText.Read).OfType<AmountText>().ToList();
        var sign = DecimalSigns.Decide(amounts, choices, out var signQuestion);
        var questions = new[] { dateQuestion, signQuestion }.OfType<BankQuestion>().ToList();
        if (questions.Count > 0)
        {
            throw new OpenQuestionException(questions);
        }

        var builder = new QifStatements(source, order ?? DateOrder.MonthFirst, sign ?? '.', choices.Currency);
        var statements = banks.ConvertAll(section => builder.Build(section));
        if (dateReason is not null)
        {
            statements[0].Find(BankFindingKind.Assumed, dateReason, statements[0].At);
        }

        foreach (var section in sections.Where(section => !section.IsBank && section.Records.Count > 0))
        {
            statements[0].Find(BankFindingKind.LeftOut, $"{section.Records.Count} records of “{section.Name}” are no movements of a bank account.", source.At(section.Index));
        }

        return statements;
    }

    /// <summary>The letter D; what stands behind the date in it (banks' mistakes) is cut off.</summary>
    public static string? DateOf(QifRecord record)
    {
        var text = record.Value('D');
        return text is not null && DateAndMore().Match(text) is { Success: true } match ? match.Groups["date"].Value : text;
    }

    public static string? AmountOf(QifRecord record) => record.Value('T') ?? record.Value('U');

    private static List<QifSection> Sections(SourceText source, CancellationToken cancel)
    {
        var text = source.Text;
        var open = new QifSection("!Type:Bank", true, null, 0);
        var sections = new List<QifSection> { open };
        QifRecord? record = null;
        string? account = null;
        for (var at = 0; at < text.Length;)
        {
            cancel.ThrowIfCancellationRequested();
            var length = text.AsSpan(at).IndexOfAny('\r', '\n');
            length = length < 0 ? text.Length - at : length;
            var line = text.Substring(at, length).TrimStart('\uFEFF', ' ').TrimEnd('\u001A', '\0');
            if (line.StartsWith('!'))
            {
                record = null;
                var name = line.Trim();
                if (!name.StartsWith("!Option", StringComparison.OrdinalIgnoreCase) && !name.StartsWith("!Clear", StringComparison.OrdinalIgnoreCase))
                {
                    open = new QifSection(name, IsBank(name), account, at);
                    sections.Add(open);
                }
            }
            else if (line.StartsWith('^'))
            {
                if (open.Name.StartsWith("!Account", StringComparison.OrdinalIgnoreCase) && record?.Value('N') is { } named)
                {
                    account = named;
                }

                record = null;
            }
            else if (line.Trim().Length > 0)
            {
                if (record is null)
                {
                    record = new QifRecord(at);
                    open.Records.Add(record);
                }

                record.Lines.Add((line[0], line[1..].Trim(), at + 1));
            }

            at += length + 1;
        }

        return sections;
    }

    private static bool IsBank(string name) =>
        name.StartsWith("!Type:", StringComparison.OrdinalIgnoreCase) && BankTypes.Contains(name[6..].Trim().ToUpperInvariant());

    [GeneratedRegex(@"(?mi)^\uFEFF?\s*!(?:Type:|Account|Option:|Clear:)")]
    private static partial Regex Header();

    [GeneratedRegex(@"(?m)^\^+\s*$")]
    private static partial Regex Headless();

    [GeneratedRegex(@"(?m)^[TU][-+]?[\d.,]+\s*$")]
    private static partial Regex Amount();

    [GeneratedRegex(@"^(?<date>\d{1,4}[./\-]\s?\d{1,2}[./\-']\s?(?:\d{4}|\d{3}(?=\D)|\d{2}))(?=\D)")]
    private static partial Regex DateAndMore();
}
