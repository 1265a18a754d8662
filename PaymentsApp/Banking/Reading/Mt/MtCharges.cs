using System.Text.RegularExpressions;

namespace PaymentsApp.Banking.Reading.Mt;

/// <summary>Amounts within the text of an entry: <c>/OCMT/USD2853,12/</c> was instructed, <c>/CHGS/EUR7,50/</c> was charged.</summary>
internal static partial class MtCharges
{
    public static IReadOnlyList<BankCharge> Charges(string? text) =>
        Read(text) is { } charge ? [new BankCharge(charge.Minor, charge.Currency, null, "CHGS")] : [];

    public static BankOriginal? Original(string? text, long booked) =>
        Read(text) is { } original ? new BankOriginal(booked < 0 ? -original.Minor : original.Minor, original.Currency, null) : null;

    private static (long Minor, string Currency)? Read(string? text)
    {
        var match = CurrencyAndAmount().Match(text ?? "");
        var currency = match.Groups["currency"].Value;
        return match.Success
            && MtAmount.Plain(match.Groups["amount"].Value, usesComma: true) is { } plain
            && ExactAmount.TryRead(plain, '.', out var amount)
            && amount.TryMinor(ExactAmount.ExponentOf(currency), out var minor, out var isExact)
            && isExact
                ? (minor, currency)
                : null;
    }

    [GeneratedRegex(@"^(?<currency>[A-Z]{3})[ ]?(?<amount>\d[\d.,]*)")]
    private static partial Regex CurrencyAndAmount();
}
