using PaymentsApp.Banking.Matching;

namespace PaymentsApp.Benchmarks.Matching.Sets;

/// <summary>A customer of a generated set and its habits.</summary>
internal sealed class GeneratedCustomer
{
    private static readonly string[] Openings = ["", "#RECEIPT: ", "payment ", "ORDER OF ", "PAY ", "RECEIPT ", "receipt number "];
    private static readonly string[] Prefixes = ["REF {0}: ", "ref {0}: ", "no {0}: ", "NO {0}: ", "+ ", "- ", ""];
    private static readonly string[] Separators = ["", " ", ", ", " & ", " | "];
    private static readonly string[] First = ["Blue", "Golden", "North", "Silver", "Aurora", "Crimson", "Alpine", "Ocean", "Schmidt", "Rossi", "Dubois", "Garcia", "Müller", "Tanaka"];
    private static readonly string[] Second = ["Travel", "Mining", "Media", "Logistics", "& Sons", "& Co.", "& Figli", "Energy", "Foods", "Data", "Legal", "Aviation"];
    private static readonly string[] Third = ["Ltd.", "GmbH", "SARL", "Inc.", "Group", "Services", "Handels", "S.p.A."];

    public GeneratedCustomer(Random random, int number)
    {
        var (first, second, third) = (Pick(random, First), Pick(random, Second), Pick(random, Third));
        Name = $"{first} {second} {third}";
        BankName = random.Next(3) switch
        {
            0 => $"{first[0]}{second[0]}{third[0]} {Pick(random, Third)}".ToUpperInvariant(),
            1 => $"{first} {Pick(random, Third)}",
            _ => $"{first[0]}{second[^1]}_{random.Next(10_000, 99_999)}",
        };
        Number = $"{(char)('A' + (number % 26))}{(char)('A' + (number / 26 % 26))}X{random.Next(1_000_000, 9_999_999)}";
        (Currency, Rate) = random.Next(10) switch { < 5 => ("USD", 1), < 8 => ("EUR", 1), 8 => ("JPY", 145), _ => ("KRW", 1_330) };
        (_opening, _prefix, _separator) = (Pick(random, Openings), Pick(random, Prefixes), Pick(random, Separators));
        (_billingFirst, _hasOrder, _hasNoise) = (random.Next(2) == 0, random.Next(5) == 0, random.Next(5) == 0);
    }

    private readonly string _opening;
    private readonly string _prefix;
    private readonly string _separator;
    private readonly bool _billingFirst;
    private readonly bool _hasOrder;
    private readonly bool _hasNoise;

    public string Name { get; }

    /// <summary>How its bank writes it when it writes it otherwise.</summary>
    public string BankName { get; }

    public string Number { get; }

    public string Currency { get; }

    /// <summary>How much larger its amounts are than dollars.</summary>
    public int Rate { get; }

    public Dictionary<int, (int PayerId, string Account)> Companies { get; } = [];

    public List<MatchInvoice> Invoices { get; } = [];

    public string Listed(IEnumerable<string> numbers) =>
        string.Join(_separator, numbers.Select((number, i) => string.Format(System.Globalization.CultureInfo.InvariantCulture, _prefix, i) + number));

    /// <summary>Its way of writing, with an order number and a code of its own where that is its habit.</summary>
    public string Memo(Random random, string billing, string assignment)
    {
        var order = _hasOrder ? NumberLike(random, random.Next(3, 16)) + " " : string.Empty;
        var text = _billingFirst ? $"{_opening}{billing} {order}{assignment}" : $"{_opening}{assignment} {order}{billing}";
        var code = new string([.. Enumerable.Range(0, random.Next(3, 16)).Select(_ => "abcdefghijklmnopqrstuvwxyz0123456789"[random.Next(36)])]);
        return _hasNoise ? $"{text} REF {code}" : text;
    }

    /// <summary>A number that begins with 1 and has mostly zeros: as systems number.</summary>
    public static string NumberLike(Random random, int digits)
    {
        var value = (long)(-Math.Log(1 - random.NextDouble()) * 10_000) % Math.Max(10, (long)Math.Pow(10, digits - 1));
        return "1" + value.ToString(System.Globalization.CultureInfo.InvariantCulture).PadLeft(digits - 1, '0')[^(digits - 1)..];
    }

    private static string Pick(Random random, string[] words) => words[random.Next(words.Length)];
}
