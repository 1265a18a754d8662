using System.Collections.Frozen;

namespace PaymentsApp.Domain;

/// <summary>Which currencies a sign beside a pasted figure can stand for.</summary>
internal static class CurrencySymbols
{
    // The first code of a line is the one named when the sign belongs to another currency than expected.
    private static readonly FrozenDictionary<string, string[]> CodesOf = new Dictionary<string, string[]>
    {
        ["$"] = ["USD", "ARS", "AUD", "BBD", "BMD", "BND", "BSD", "BZD", "CAD", "CLP", "COP", "CUP", "DOP", "FJD", "GYD",
            "HKD", "JMD", "KYD", "LRD", "MXN", "NAD", "NZD", "SBD", "SGD", "SRD", "TTD", "TWD", "UYU", "XCD"],
        ["US$"] = ["USD"],
        ["A$"] = ["AUD"],
        ["AU$"] = ["AUD"],
        ["C$"] = ["CAD"],
        ["CA$"] = ["CAD"],
        ["HK$"] = ["HKD"],
        ["MX$"] = ["MXN"],
        ["NT$"] = ["TWD"],
        ["NZ$"] = ["NZD"],
        ["R$"] = ["BRL"],
        ["S$"] = ["SGD"],
        ["€"] = ["EUR"],
        ["£"] = ["GBP", "EGP", "FKP", "GIP", "LBP", "SHP", "SSP", "SYP"],
        ["¥"] = ["JPY", "CNY"],
        ["円"] = ["JPY"],
        ["元"] = ["CNY", "TWD", "HKD"],
        ["₩"] = ["KRW", "KPW"],
        ["₹"] = ["INR"],
        ["RS"] = ["INR", "PKR", "LKR", "NPR", "MUR", "SCR"],
        ["RS."] = ["INR", "PKR", "LKR", "NPR", "MUR", "SCR"],
        ["KR"] = ["SEK", "NOK", "DKK", "ISK"],
        ["KR."] = ["DKK", "SEK", "NOK", "ISK"],
        ["FR."] = ["CHF"],
        ["SFR."] = ["CHF"],
        ["ZŁ"] = ["PLN"],
        ["KČ"] = ["CZK"],
        ["FT"] = ["HUF"],
        ["LEI"] = ["RON", "MDL"],
        ["₽"] = ["RUB"],
        ["₺"] = ["TRY"],
        ["₪"] = ["ILS"],
        ["฿"] = ["THB"],
        ["₫"] = ["VND"],
        ["₴"] = ["UAH"],
        ["₦"] = ["NGN"],
        ["₱"] = ["PHP"],
        ["₸"] = ["KZT"],
        ["₾"] = ["GEL"],
        ["R"] = ["ZAR"],
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>
    /// The currency that the code or sign names: the expected one if it can be that one, another one if it is known,
    /// null if it says nothing.
    /// </summary>
    public static string? CurrencyOf(string mark, string expected)
    {
        var upper = mark.ToUpperInvariant();
        if (Currency.IsKnown(upper))
        {
            return upper;
        }

        return !CodesOf.TryGetValue(upper, out var codes) ? null
            : codes.Contains(expected) ? expected
            : codes[0];
    }
}
