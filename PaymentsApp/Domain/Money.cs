using System.Globalization;

namespace PaymentsApp.Domain;

/// <summary>
/// An exact amount: whole minor units (cents, yen, fils) of one ISO 4217 currency. Arithmetic is checked, and two
/// currencies never mix. How it is written and read is the affair of <see cref="MoneyText"/>.
/// </summary>
/// <param name="Minor">Minor units; 12.50 USD is 1250, 12 JPY is 12, 12.5 KWD is 12500.</param>
/// <param name="Currency">ISO 4217 code in upper case, see <see cref="Domain.Currency"/>.</param>
public readonly record struct Money(long Minor, string Currency) : IComparable<Money>
{
    public bool IsZero => Minor == 0;

    public bool IsPositive => Minor > 0;

    public bool IsNegative => Minor < 0;

    public static Money Zero(string currency) => new(0, currency);

    /// <summary>So many whole dollars, yen or dinars.</summary>
    public static Money Whole(long units, string currency) =>
        new(checked(units * Domain.Currency.MinorPerUnit(currency)), currency);

    public static Money Min(Money left, Money right) => left <= right ? left : right;

    public static Money Max(Money left, Money right) => left >= right ? left : right;

    public static Money operator +(Money left, Money right) =>
        new(checked(left.Minor + right.Minor), Same(left, right));

    public static Money operator -(Money left, Money right) =>
        new(checked(left.Minor - right.Minor), Same(left, right));

    public static Money operator -(Money money) => new(checked(-money.Minor), money.Currency);

    public static bool operator <(Money left, Money right) => left.CompareTo(right) < 0;

    public static bool operator <=(Money left, Money right) => left.CompareTo(right) <= 0;

    public static bool operator >(Money left, Money right) => left.CompareTo(right) > 0;

    public static bool operator >=(Money left, Money right) => left.CompareTo(right) >= 0;

    public int CompareTo(Money other)
    {
        Same(this, other);
        return Minor.CompareTo(other.Minor);
    }

    /// <summary>For logs and test messages, the same everywhere; screens use <see cref="MoneyText"/>.</summary>
    public override string ToString() => Domain.Currency.IsKnown(Currency)
        ? $"{MoneyText.Plain(this)} {Currency}"
        : string.Create(CultureInfo.InvariantCulture, $"{Minor} {Currency}");

    // A mixed-currency sum is a bug in the caller, not something a user can cause.
    private static string Same(Money left, Money right) => left.Currency == right.Currency
        ? left.Currency
        : throw new InvalidOperationException($"Cannot mix {left.Currency} and {right.Currency}.");
}
