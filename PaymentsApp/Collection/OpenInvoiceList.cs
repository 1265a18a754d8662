using PaymentsApp.Components.Lists;

namespace PaymentsApp.Collection;

/// <summary>Which page of the open invoices is wanted.</summary>
/// <param name="Currency">Null: all currencies.</param>
/// <param name="Search">Beginning of the invoice number, part of the organization's name, or beginning of its customer number.</param>
/// <param name="Key">Where the page begins; null for the first.</param>
public sealed record OpenInvoiceList(
    OpenInvoiceSort Sort = OpenInvoiceSort.Due,
    bool IsDescending = false,
    OpenInvoiceFilter Filter = OpenInvoiceFilter.All,
    string? Currency = null,
    string Search = "",
    PageKey? Key = null)
{
    /// <summary>Rows of a page; exports ask for more at once.</summary>
    public int Size { get; init; } = Paging.Size;

    /// <summary>How far ahead "due soon" looks.</summary>
    public const int SoonDays = 14;

    /// <summary>The name of the currency in the address.</summary>
    public const string CurrencyKey = "currency";

    /// <summary>From the address, whose texts are foreign: what is not known there is the default.</summary>
    public static OpenInvoiceList From(ListState state) => new(
        Known(state.Sort, OpenInvoiceSort.Due),
        state.IsDescending,
        Known(state.Filter, OpenInvoiceFilter.All),
        Domain.Currency.IsKnown(state.Get(CurrencyKey)) ? state.Get(CurrencyKey) : null,
        state.Search,
        state.Key);

    /// <summary>The days on which the wanted invoices are due.</summary>
    internal (DateOnly From, DateOnly To) DueRange(DateOnly today) => Filter switch
    {
        OpenInvoiceFilter.Overdue => (DateOnly.MinValue, today.AddDays(-1)),
        OpenInvoiceFilter.DueSoon => (today, today.AddDays(SoonDays)),
        _ => (DateOnly.MinValue, DateOnly.MaxValue),
    };

    private static TEnum Known<TEnum>(string text, TEnum otherwise)
        where TEnum : struct, Enum =>
        Enum.GetNames<TEnum>().FirstOrDefault(name => string.Equals(name, text, StringComparison.OrdinalIgnoreCase)) is { } name
            ? Enum.Parse<TEnum>(name)
            : otherwise;
}
