using PaymentsApp.Components.Lists;

namespace PaymentsApp.Organizations;

/// <summary>Which page of an organization's invoices is wanted.</summary>
/// <param name="IsOpenOnly">Without those that are paid.</param>
/// <param name="Search">Beginning of the number.</param>
/// <param name="Key">Where the page begins; null for the first.</param>
public sealed record OrganizationInvoiceList(
    int OrganizationId,
    OrganizationInvoiceSort Sort = OrganizationInvoiceSort.Due,
    bool IsDescending = false,
    bool IsOpenOnly = true,
    string Search = "",
    PageKey? Key = null)
{
    /// <summary>The filter's name in the address.</summary>
    public const string AllFilter = "all";

    /// <summary>From the address, whose texts are foreign: what is not known there is the default.</summary>
    public static OrganizationInvoiceList From(ListState state, int organizationId) => new(
        organizationId,
        state.Sort switch
        {
            "issued" => OrganizationInvoiceSort.Issued,
            "number" => OrganizationInvoiceSort.Number,
            "total" => OrganizationInvoiceSort.Total,
            "outstanding" => OrganizationInvoiceSort.Outstanding,
            _ => OrganizationInvoiceSort.Due,
        },
        state.IsDescending,
        state.Filter != AllFilter,
        state.Search,
        state.Key);
}
