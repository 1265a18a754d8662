using System.Globalization;
using PaymentsApp.Banking.Reading;
using PaymentsApp.Domain;

namespace PaymentsApp.Banking.Remittances;

/// <summary>Which parts of an advice are amounts, and what they are. Point and comma are decided for all of it together.</summary>
internal sealed class RemittanceAmounts
{
    private readonly string _currency;
    private readonly int _exponent;
    private readonly char _decimalSign;
    private readonly HashSet<int> _columns;

    /// <param name="rows">All of the advice.</param>
    /// <param name="currency">Of the payment.</param>
    /// <param name="usualSign">'.' or ',': taken where the advice leaves it open.</param>
    public RemittanceAmounts(IReadOnlyList<RemittanceRow> rows, string currency, char usualSign)
    {
        (_currency, _exponent) = (currency, Currency.ExponentOf(currency));
        var written = rows.SelectMany(row => row.Cells).Where(cell => !cell.IsNumber).Select(cell => cell.Amount).OfType<AmountText>().ToList();
        var (points, commas) = (Speaking(written, '.'), Speaking(written, ','));
        _decimalSign = points == commas ? usualSign : points > commas ? '.' : ',';
        _columns = [.. rows.SelectMany(row => row.Cells).Where(cell => cell.Column >= 0 && IsPlainAmount(cell)).Select(cell => cell.Column)];
    }

    /// <summary>In minor units; null for what is no amount. Whole numbers are amounts only in a column that has others.</summary>
    public long? MinorOf(RemittanceCell cell) => IsPlainAmount(cell) || _columns.Contains(cell.Column) ? Minor(cell) : null;

    private int Speaking(List<AmountText> amounts, char sign) => _exponent == 0 ? 0 : amounts.Count(amount => DecimalsOf(amount.Plain(sign)) == _exponent);

    private bool IsPlainAmount(RemittanceCell cell)
    {
        if (cell.IsNumber)
        {
            return DecimalsOf(cell.Text) > 0;
        }

        return cell.Amount is { } amount && amount.Plain(_decimalSign) is { } plain && IsOurs(amount.Mark)
            && (amount.Mark is not null || DecimalsOf(plain) == _exponent && (_exponent > 0 || amount.Figures.Length != plain.Length));
    }

    // A sign of a currency, or the code of this one: letters of another kind make it a reference.
    private bool IsOurs(string? mark) =>
        mark is null || mark.Equals(_currency, StringComparison.OrdinalIgnoreCase) || mark.All(c => char.GetUnicodeCategory(c) == UnicodeCategory.CurrencySymbol);

    private long? Minor(RemittanceCell cell)
    {
        var plain = cell.IsNumber ? cell.Text : cell.Amount is { } amount && IsOurs(amount.Mark) ? amount.Plain(_decimalSign) : null;
        if (plain is null || !ExactAmount.TryRead(plain, '.', out var exact) || !exact.TryMinor(_exponent, out var minor, out var isExact) || !isExact)
        {
            return null;
        }

        return !cell.IsNumber && cell.Amount is { IsNegative: true } ? -minor : minor;
    }

    private static int DecimalsOf(string? plain) => plain is null ? -1 : plain.Length - 1 - (plain.IndexOf('.', StringComparison.Ordinal) is >= 0 and var at ? at : plain.Length - 1);
}
