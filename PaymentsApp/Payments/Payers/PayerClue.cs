using System.Globalization;
using PaymentsApp.Domain;

namespace PaymentsApp.Payments.Payers;

/// <summary>What the text in the payer's box may mean. A text of digits may be an amount and a number at once.</summary>
/// <param name="Name">Folded, to be compared with names.</param>
/// <param name="Number">Folded, to be compared with invoice numbers and references; null when the text can only be an amount.</param>
/// <param name="MinorByExponent">The amount in minor units, by the decimals of the currency; empty when the text is none.</param>
/// <param name="Currency">The currency that was typed with the amount; null: any.</param>
/// <param name="NameBesideAmount">What was typed beside the amount, folded; null: nothing.</param>
internal sealed record PayerClue(
    string Name, string? Number, IReadOnlyDictionary<int, long> MinorByExponent, string? Currency, string? NameBesideAmount)
{
    private const int ShortestName = 2;

    // One currency for each number of decimals, to read the text with.
    private static readonly string[] Readers = ["USD", "JPY", "KWD"];

    public bool HasAmount => MinorByExponent.Count > 0;

    /// <param name="text">What was typed.</param>
    /// <param name="culture">Of the person, for the amount.</param>
    public static PayerClue Of(string text, CultureInfo culture)
    {
        var name = SearchText.Normalize(text);
        var whole = AmountOf(text, culture);
        if (whole.Minor.Count > 0)
        {
            return new PayerClue(name, text.Trim().All(char.IsAsciiDigit) ? SearchText.Key(text) : null, whole.Minor, whole.Currency, null);
        }

        // "142.50 harbor" or "harbor 142.50"
        string[] words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        foreach (var at in words.Length > 1 ? new[] { 0, words.Length - 1 } : [])
        {
            var part = AmountOf(words[at], culture);
            var rest = SearchText.Normalize(string.Join(' ', words.Where((_, index) => index != at)));
            if (part.Minor.Count > 0 && rest.Length >= ShortestName)
            {
                return new PayerClue(name, SearchText.Key(text), part.Minor, part.Currency, rest);
            }
        }

        return new PayerClue(name, SearchText.Key(text), new Dictionary<int, long>(), null, null);
    }

    /// <summary>The typed amount in this currency; null when it cannot be one of it.</summary>
    public Money? AmountIn(string currency) =>
        (Currency is null || Currency == currency) && MinorByExponent.TryGetValue(Domain.Currency.ExponentOf(currency), out var minor)
            ? new Money(minor, currency)
            : null;

    // "1,250.00"   "1250 EUR"
    private static (Dictionary<int, long> Minor, string? Currency) AmountOf(string text, CultureInfo culture)
    {
        var words = text.Trim().Split(' ');
        var named = words.Length > 1 && Domain.Currency.IsKnown(words[^1].ToUpperInvariant()) ? words[^1].ToUpperInvariant() : null;
        var figure = named is null ? text : string.Join(' ', words[..^1]);
        if (figure.Contains('-'))
        {
            return ([], null); // 2026-001 is a number of an invoice, not a calculation
        }

        var readings = Readers.Where(reader => named is null || Domain.Currency.ExponentOf(named) == Domain.Currency.ExponentOf(reader))
            .Select(reader => MoneyText.Read(figure, reader, culture))
            .OfType<MoneyReading.Amount>().Where(reading => reading.Value.IsPositive);
        return (readings.ToDictionary(reading => Domain.Currency.ExponentOf(reading.Value.Currency), reading => reading.Value.Minor), named);
    }
}
