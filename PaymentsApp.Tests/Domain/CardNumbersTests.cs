using System.Globalization;
using System.Text;
using PaymentsApp.Domain;

namespace PaymentsApp.Tests.Domain;

public sealed class CardNumbersTests(ITestOutputHelper output)
{
    private const int Seed = 7812;

    // Beginning and length as the issuers publish them.
    private static readonly (string Prefix, int Length)[] Issuers =
    [
        ("4", 13), ("4", 16), ("4", 19), ("51", 16), ("53", 16), ("55", 16), ("2221", 16), ("2500", 16), ("2720", 16),
        ("34", 15), ("37", 15), ("6011", 16), ("65", 16), ("644", 16), ("649", 19), ("300", 14), ("305", 14), ("36", 14),
        ("38", 14), ("3528", 16), ("3589", 16), ("3550", 19), ("62", 16), ("62", 17), ("62", 19), ("6759", 18),
    ];

    [Theory]
    [InlineData("4111111111111111")]
    [InlineData("4222222222222")]
    [InlineData("5555 5555 5555 4444")]
    [InlineData("2223-0031-2200-3222")]
    [InlineData("3782 822463 10005")]
    [InlineData("6011.1111.1111.1117")]
    [InlineData("3056 930902 5904")]
    [InlineData("3530111333300000")]
    [InlineData("6200000000000005")]
    [InlineData("paid with Visa4111111111111111, exp 12/29")]
    [InlineData("カード４１１１１１１１１１１１１１１１")]
    [InlineData("Card: 4111 1111 1111 1111 123")]
    [InlineData("invoice 1001, 4111–1111–1111–1111")]
    [InlineData("41 11 11 11 11 11 11 11")]
    [InlineData("4 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1")]
    [InlineData("4111\u200B1111\u200B1111\u200B1111")]
    [InlineData("٤١١١١١١١١١١١١١١١")]
    [InlineData("+49 30 1234567 / 4111111111111111")]
    [InlineData("DE89 3704 0044 0532 0130 00 and 4111111111111111")]
    [InlineData("4111 111111111111")]
    public void Card_number_is_found(string text) => Assert.True(CardNumbers.Contains(text));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("Check 1042, thank you")]
    [InlineData("4111111111111112")] // check digit
    [InlineData("411111111111111")] // length
    [InlineData("9111111111111111")] // nobody's
    [InlineData("INV100000000022749")]
    [InlineData("INV4111111111111111")]
    [InlineData("DE89 3704 0044 0532 0130 00")]
    [InlineData("GB29NWBK60161331926819")]
    [InlineData("gb29 nwbk 6016 1331 9268 19")]
    [InlineData("RF18 5390 0754 7034")]
    [InlineData("RF185390075470345555555554444")]
    [InlineData("+49 171 12345678")]
    [InlineData("+1 (212) 555-0100")]
    [InlineData("2026-11-22 INV-2026-000123")]
    [InlineData("4500.00 5200.00 3100.00")]
    [InlineData("41111111111111111111111111111111")]
    public void Other_text_is_left_alone(string? text) => Assert.False(CardNumbers.Contains(text));

    [Fact]
    public void A_thousand_card_numbers_are_found_in_every_spelling()
    {
        output.WriteLine($"seed {Seed}");
        var random = new Random(Seed);
        Func<string, string>[] spellings =
        [
            pan => pan,
            pan => Grouped(pan, " "),
            pan => Grouped(pan, "-"),
            pan => Grouped(pan, "."),
            pan => Grouped(pan, "\u00A0"),
            pan => Grouped(pan, " - "),
            pan => string.Concat(pan.Select(c => (char)(c - '0' + '\uFF10'))),
            pan => $"Paid by phone, card {Grouped(pan, " ")} exp 03/28, ref 20261122",
            pan => $"({pan})",
            pan => string.Join('\u2013', pan.Chunk(2).Select(pair => new string(pair))),
        ];

        for (var i = 0; i < 1_000; i++)
        {
            var pan = Pan(random);
            Assert.All(spellings, spell => Assert.True(CardNumbers.Contains(spell(pan)), spell(pan)));
        }
    }

    [Fact]
    public void A_hundred_thousand_business_numbers_raise_at_most_one_alarm_in_a_thousand()
    {
        output.WriteLine($"seed {Seed}");
        var random = new Random(Seed);
        Func<Random, string>[] kinds = [Iban, Reference, InvoiceNumber, TelephoneNumber];
        foreach (var kind in kinds)
        {
            var alarms = 0;
            for (var i = 0; i < 25_000; i++)
            {
                alarms += CardNumbers.Contains(kind(random)) ? 1 : 0;
            }

            output.WriteLine($"{kind.Method.Name}: {alarms} of 25,000");
            Assert.True(alarms <= 25, $"{kind.Method.Name}: {alarms} false alarms");
        }
    }

    private static string Pan(Random random)
    {
        var (prefix, length) = Issuers[random.Next(Issuers.Length)];
        var body = prefix + Digits(random, length - prefix.Length - 1);
        return body + Enumerable.Range(0, 10).First(check => Luhn(body + check));
    }

    // Written apart from the code under test: doubled digits come from a table, left to right.
    private static bool Luhn(string digits)
    {
        int[] doubled = [0, 2, 4, 6, 8, 1, 3, 5, 7, 9];
        var parity = digits.Length % 2;
        return digits.Select((c, i) => i % 2 == parity ? doubled[c - '0'] : c - '0').Sum() % 10 == 0;
    }

    private static string Grouped(string pan, string separator)
    {
        int[] sizes = pan.Length switch { 15 => [4, 6, 5], 14 => [4, 6, 4], 13 => [4, 3, 3, 3], _ => [4, 4, 4, 4, 4] };
        var groups = new List<string>();
        foreach (var size in sizes)
        {
            groups.Add(pan[..Math.Min(size, pan.Length)]);
            pan = pan[Math.Min(size, pan.Length)..];
        }

        return string.Join(separator, groups.Where(group => group.Length > 0));
    }

    private static string Iban(Random random)
    {
        (string Country, int BankLetters, int Digits)[] forms =
            [("DE", 0, 18), ("GB", 4, 14), ("FR", 0, 23), ("NL", 4, 10), ("AT", 0, 16), ("CH", 0, 17), ("ES", 0, 20), ("BE", 0, 12)];
        var (country, letters, digits) = forms[random.Next(forms.Length)];
        var account = string.Concat(Enumerable.Range(0, letters).Select(_ => (char)('A' + random.Next(26)))) + Digits(random, digits);
        return InFours(WithCheckDigits(country, account), random);
    }

    private static string Reference(Random random) =>
        InFours(WithCheckDigits("RF", Digits(random, random.Next(4, 22))), random);

    private static string InvoiceNumber(Random random) => random.Next(8) switch
    {
        0 => "INV1000000000" + Digits(random, 5),
        1 => $"INV-{random.Next(2015, 2027)}-{Digits(random, 6)}",
        2 => $"{random.Next(2015, 2027)}/{Digits(random, 6)}",
        3 => "RE" + Digits(random, 10),
        4 => Digits(random, 10),
        5 => $"Invoices {Digits(random, 6)}, {Digits(random, 6)} and {Digits(random, 6)}",
        6 => "R-" + Digits(random, 4) + "-" + Digits(random, 8),
        _ => $"{random.Next(1, 29):00}.{random.Next(1, 13):00}.{random.Next(2015, 2027)} {Digits(random, 8)}",
    };

    private static string TelephoneNumber(Random random) => random.Next(6) switch
    {
        0 => $"+49 {random.Next(30, 999)} {Digits(random, 8)}",
        1 => $"+1 ({random.Next(200, 999)}) {Digits(random, 3)}-{Digits(random, 4)}",
        2 => $"+44 20 {Digits(random, 4)} {Digits(random, 4)}",
        3 => $"0049 {random.Next(150, 180)} {Digits(random, 8)}",
        4 => $"+41{Digits(random, 11)}",
        _ => $"Tel. 0{random.Next(30, 999)}/{Digits(random, 7)}, fax -{Digits(random, 2)}",
    };

    private static string WithCheckDigits(string country, string account)
    {
        var remainder = 0;
        foreach (var c in account + country + "00")
        {
            var value = char.IsAsciiDigit(c) ? c.ToString() : (c - 'A' + 10).ToString(CultureInfo.InvariantCulture);
            foreach (var digit in value)
            {
                remainder = ((remainder * 10) + digit - '0') % 97;
            }
        }

        return $"{country}{98 - remainder:00}{account}";
    }

    private static string InFours(string compact, Random random) => random.Next(2) == 0
        ? compact
        : string.Join(' ', compact.Chunk(4).Select(four => new string(four)));

    private static string Digits(Random random, int count)
    {
        var digits = new StringBuilder(count);
        for (var i = 0; i < count; i++)
        {
            digits.Append((char)('0' + random.Next(10)));
        }

        return digits.ToString();
    }
}
