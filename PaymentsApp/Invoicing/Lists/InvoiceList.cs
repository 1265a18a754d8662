using PaymentsApp.Components.Lists;

namespace PaymentsApp.Invoicing.Lists;

/// <summary>Which page of the invoices is wanted.</summary>
/// <param name="Search">Beginning of the invoice number, part of the organization's name, or beginning of its customer number.</param>
/// <param name="Key">Where the page begins; null for the first.</param>
public sealed record InvoiceList(
    InvoiceSort Sort = InvoiceSort.Issued,
    bool IsDescending = true,
    InvoiceFilter Filter = InvoiceFilter.All,
    string Search = "",
    PageKey? Key = null)
{
    /// <summary>From the address, whose texts are foreign: what is not known there is the default.</summary>
    public static InvoiceList From(ListState state) => new(
        state.Sort switch
        {
            "due" => InvoiceSort.Due,
            "number" => InvoiceSort.Number,
            "total" => InvoiceSort.Total,
            _ => InvoiceSort.Issued,
        },
        state.IsDescending,
        state.Filter switch
        {
            "open" => InvoiceFilter.Open,
            "overdue" => InvoiceFilter.Overdue,
            "paid" => InvoiceFilter.Paid,
            _ => InvoiceFilter.All,
        },
        state.Search,
        state.Key);
}
