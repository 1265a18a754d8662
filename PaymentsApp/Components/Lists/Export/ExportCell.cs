using System.Globalization;
using PaymentsApp.Domain;

namespace PaymentsApp.Components.Lists.Export;

/// <summary>A cell of a file: a text, a number or a date, never a formula.</summary>
/// <param name="Kind">How a spreadsheet takes it.</param>
/// <param name="Text">A number with a point and without groups, a date as yyyy-MM-dd, a text as it is; empty for none.</param>
/// <param name="Decimals">Of a number.</param>
public readonly record struct ExportCell(ExportCellKind Kind, string Text, int Decimals = 0)
{
    public static ExportCell Of(string? text) => new(ExportCellKind.Text, text ?? string.Empty);

    /// <param name="number">Null for none: a count that another line of the same row has, so that a column adds up.</param>
    public static ExportCell Of(long? number) => new(ExportCellKind.Number, number?.ToString(CultureInfo.InvariantCulture) ?? string.Empty);

    /// <summary>The figure; the currency is a cell of its own.</summary>
    public static ExportCell Of(Money amount) => new(ExportCellKind.Number, MoneyText.Plain(amount), Currency.ExponentOf(amount.Currency));

    /// <summary>The figure in one of several currencies; nothing without a currency.</summary>
    public static ExportCell Of(MoneyPerCurrency amounts, string? currency) =>
        currency is null ? Of((string?)null) : Of(amounts.FirstOrDefault(amount => amount.Currency == currency, Money.Zero(currency)));

    public static ExportCell Of(DateOnly? day) => new(ExportCellKind.Date, day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? string.Empty);
}
