using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;

namespace PaymentsApp.Domain;

/// <summary>
/// The currencies of ISO 4217 (list one) with the number of decimals each is written with. Left out: CLF and UYW
/// (four decimals, units of account nobody pays in) and codes without a minor unit (metals, bond units, tests).
/// Kept: BGN and HRK, because invoices from before the euro came may still be open.
/// </summary>
public static class Currency
{
    private const string WithTwoDecimals = """
        AED UAE dirham; AFN Afghani; ALL Lek; AMD Armenian dram; AOA Kwanza; ARS Argentine peso;
        AUD Australian dollar; AWG Aruban florin; AZN Azerbaijan manat; BAM Convertible mark; BBD Barbados dollar;
        BDT Taka; BGN Bulgarian lev; BMD Bermudian dollar; BND Brunei dollar; BOB Boliviano; BOV Mvdol;
        BRL Brazilian real; BSD Bahamian dollar; BTN Ngultrum; BWP Pula; BYN Belarusian ruble; BZD Belize dollar;
        CAD Canadian dollar; CDF Congolese franc; CHE WIR euro; CHF Swiss franc; CHW WIR franc; CNY Yuan renminbi;
        COP Colombian peso; COU Unidad de valor real; CRC Costa Rican colon; CUP Cuban peso; CVE Cabo Verde escudo;
        CZK Czech koruna; DKK Danish krone; DOP Dominican peso; DZD Algerian dinar; EGP Egyptian pound; ERN Nakfa;
        ETB Ethiopian birr; EUR Euro; FJD Fiji dollar; FKP Falkland Islands pound; GBP Pound sterling; GEL Lari;
        GHS Ghana cedi; GIP Gibraltar pound; GMD Dalasi; GTQ Quetzal; GYD Guyana dollar; HKD Hong Kong dollar;
        HNL Lempira; HRK Kuna; HTG Gourde; HUF Forint; IDR Rupiah; ILS New Israeli sheqel; INR Indian rupee;
        IRR Iranian rial; JMD Jamaican dollar; KES Kenyan shilling; KGS Som; KHR Riel; KPW North Korean won;
        KYD Cayman Islands dollar; KZT Tenge; LAK Lao kip; LBP Lebanese pound; LKR Sri Lanka rupee;
        LRD Liberian dollar; LSL Loti; MAD Moroccan dirham; MDL Moldovan leu; MGA Malagasy ariary; MKD Denar;
        MMK Kyat; MNT Tugrik; MOP Pataca; MRU Ouguiya; MUR Mauritius rupee; MVR Rufiyaa; MWK Malawi kwacha;
        MXN Mexican peso; MXV Mexican unidad de inversion; MYR Malaysian ringgit; MZN Mozambique metical;
        NAD Namibia dollar; NGN Naira; NIO Cordoba oro; NOK Norwegian krone; NPR Nepalese rupee;
        NZD New Zealand dollar; PAB Balboa; PEN Sol; PGK Kina; PHP Philippine peso; PKR Pakistan rupee; PLN Zloty;
        QAR Qatari rial; RON Romanian leu; RSD Serbian dinar; RUB Russian ruble; SAR Saudi riyal;
        SBD Solomon Islands dollar; SCR Seychelles rupee; SDG Sudanese pound; SEK Swedish krona;
        SGD Singapore dollar; SHP Saint Helena pound; SLE Leone; SOS Somali shilling; SRD Surinam dollar;
        SSP South Sudanese pound; STN Dobra; SVC El Salvador colon; SYP Syrian pound; SZL Lilangeni; THB Baht;
        TJS Somoni; TMT Turkmenistan manat; TOP Pa'anga; TRY Turkish lira; TTD Trinidad and Tobago dollar;
        TWD New Taiwan dollar; TZS Tanzanian shilling; UAH Hryvnia; USD US dollar; USN US dollar (next day);
        UYU Peso uruguayo; UZS Uzbekistan sum; VED Bolivar digital; VES Bolivar soberano; WST Tala;
        XAD Arab accounting dinar; XCD East Caribbean dollar; XCG Caribbean guilder; YER Yemeni rial; ZAR Rand;
        ZMW Zambian kwacha; ZWG Zimbabwe gold
        """;

    private const string WithoutDecimals = """
        BIF Burundi franc; CLP Chilean peso; DJF Djibouti franc; GNF Guinean franc; ISK Iceland krona; JPY Yen;
        KMF Comorian franc; KRW Won; PYG Guarani; RWF Rwanda franc; UGX Uganda shilling;
        UYI Uruguay peso en unidades indexadas; VND Dong; VUV Vatu; XAF CFA franc BEAC; XOF CFA franc BCEAO;
        XPF CFP franc
        """;

    private const string WithThreeDecimals = """
        BHD Bahraini dinar; IQD Iraqi dinar; JOD Jordanian dinar; KWD Kuwaiti dinar; LYD Libyan dinar;
        OMR Rial Omani; TND Tunisian dinar
        """;

    private static readonly FrozenDictionary<string, (int Exponent, string Name)> Table =
        Parse(WithTwoDecimals, 2).Concat(Parse(WithoutDecimals, 0)).Concat(Parse(WithThreeDecimals, 3))
            .ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>All codes in alphabetical order.</summary>
    public static IReadOnlyList<string> Codes { get; } = [.. Table.Keys.Order(StringComparer.Ordinal)];

    /// <summary>True for an upper-case code of the table.</summary>
    public static bool IsKnown([NotNullWhen(true)] string? code) => code is not null && Table.ContainsKey(code);

    /// <summary>The code as the table has it, whatever the case and the blanks around it; null when unknown.</summary>
    public static string? Find(string? text)
    {
        var code = text?.Trim().ToUpperInvariant();
        return IsKnown(code) ? code : null;
    }

    /// <summary>Decimals of the currency: 0, 2 or 3. Throws for an unknown code: check it where it comes in.</summary>
    public static int ExponentOf(string code) => Entry(code).Exponent;

    /// <summary>1, 100 or 1000.</summary>
    public static long MinorPerUnit(string code) => ExponentOf(code) switch { 0 => 1, 2 => 100, _ => 1000 };

    /// <summary>The English name.</summary>
    public static string NameOf(string code) => Entry(code).Name;

    private static (int Exponent, string Name) Entry(string code) => Table.TryGetValue(code, out var entry)
        ? entry
        : throw new ArgumentException($"'{code}' is not a known currency code.", nameof(code));

    // "AED UAE dirham; AFN Afghani; ..."
    private static IEnumerable<KeyValuePair<string, (int Exponent, string Name)>> Parse(string list, int exponent) =>
        from entry in list.Split(';', StringSplitOptions.TrimEntries)
        select KeyValuePair.Create(entry[..3], (exponent, entry[4..]));
}
