using PaymentsApp.Banking.Matching;
using PaymentsApp.Payments.Remittances;

namespace PaymentsApp.Banking.Remittances;

/// <summary>Finds the numbers of the payer's open items in the parts of an advice: as the bank's texts are searched, and as a part alone.</summary>
internal sealed class RemittanceNames
{
    private const int DigitsMin = 3;
    private const int FaultsMax = 2;

    private readonly IReadOnlyList<RemittanceItem> _items;
    private readonly ILookup<string, int> _byNumber;
    private readonly ILookup<string, int> _byDigits;
    private readonly HashSet<string> _shapes;
    private readonly NumberStore _numbers;
    private readonly NumberAligner _aligner = new();

    public RemittanceNames(IReadOnlyList<RemittanceItem> items)
    {
        _items = items;
        _byNumber = items.Index().ToLookup(item => Compact(item.Item.Number), item => item.Index);
        _byDigits = items.Index().ToLookup(item => Digits(item.Item.Number), item => item.Index);
        _shapes = [.. items.Select(item => Shape(item.Number))];
        _numbers = NumberStore.Build([.. items.Index().Select(item => new MatchInvoice(item.Index, 0, [item.Item.Number], string.Empty, item.Item.OpenMinor, default, default))]);
    }

    /// <summary>The item whose number this part is, and nothing else; null: none, or several have it.</summary>
    /// <remarks>With point or comma it must be printed the same way: "1,003.00" is an amount, whatever invoice 100300 is.</remarks>
    public int? Whole(RemittanceCell cell) =>
        _byNumber[Compact(cell.Text)].Take(2).ToList() is [var only] && (cell.Text.IndexOfAny(['.', ',']) < 0 || _items[only].Number.Equals(cell.Text, StringComparison.OrdinalIgnoreCase)) ? only : null;

    /// <summary>The items that these parts name, in the order of the text.</summary>
    public IReadOnlyList<int> In(IReadOnlyList<RemittanceCell> cells)
    {
        var whole = cells.Select(Whole).OfType<int>().Distinct().ToList();
        if (whole.Count > 0)
        {
            return whole;
        }

        var taken = new List<FoundReference>();
        foreach (var found in ExactReferences.Find(_numbers, LineText.Of(string.Join(' ', cells.Where(cell => !cell.IsDate).Select(cell => cell.Text)))).OrderByDescending(found => found.Gain))
        {
            if (!taken.Exists(other => other.Overlaps(found)))
            {
                taken.Add(found);
            }
        }

        return [.. taken.OrderBy(found => found.From).Select(found => _numbers.InvoiceOf(found.Slot)).Distinct()];
    }

    /// <summary>It could be a number of an invoice: it looks like those that are open.</summary>
    public bool IsLikeNumber(string text) => _shapes.Contains(Shape(text));

    /// <summary>It has enough digits to be a reference at all.</summary>
    public static bool IsReference(string text) => text.Count(char.IsAsciiDigit) >= DigitsMin;

    /// <summary>The only item whose number is as good as this: the same digits, or one or two faults.</summary>
    public int? SimilarTo(string reference)
    {
        if (Digits(reference) is { Length: >= DigitsMin } digits && _byDigits[digits].Take(2).ToList() is [var alike])
        {
            return alike;
        }

        var (best, item, isOnly) = (0.0, -1, false);
        var text = LineText.Of(reference);
        for (var slot = 0; slot < _numbers.Slots; slot++)
        {
            var number = _numbers.Codes(slot);
            var series = _numbers.SeriesOf(slot);
            var range = _aligner.Near(number, text, Math.Min(FaultsMax, series.FaultsMax));
            if (range.To > range.From && _aligner.Align(slot, number, series, text, range) is { } found && found.Gain >= best)
            {
                (isOnly, best, item) = (found.Gain > best, found.Gain, _numbers.InvoiceOf(slot));
            }
        }

        return isOnly ? item : null;
    }

    private static string Compact(string text) => string.Concat(text.Where(char.IsLetterOrDigit)).ToUpperInvariant();

    private static string Digits(string text) => string.Concat(text.Where(char.IsAsciiDigit)).TrimStart('0');

    // "INV-10432" is "A9": what kinds of letters follow each other, and how many digits about.
    private static string Shape(string text)
    {
        var shape = new System.Text.StringBuilder();
        foreach (var letter in text.Where(char.IsLetterOrDigit))
        {
            var kind = char.IsAsciiDigit(letter) ? '9' : 'A';
            if (shape.Length == 0 || shape[^1] != kind)
            {
                shape.Append(kind);
            }
        }

        return shape.Append((text.Count(char.IsAsciiDigit) + 1) / 2).ToString();
    }
}
