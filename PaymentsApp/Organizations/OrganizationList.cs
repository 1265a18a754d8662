using PaymentsApp.Components.Lists;

namespace PaymentsApp.Organizations;

/// <summary>Which page of the organizations is wanted.</summary>
/// <param name="Search">Part of the name, or beginning of the customer number.</param>
/// <param name="Key">Where the page begins; null for the first.</param>
public sealed record OrganizationList(
    OrganizationSort Sort = OrganizationSort.Name, bool IsDescending = false, string Search = "", PageKey? Key = null)
{
    /// <summary>Rows of a page; exports ask for more at once.</summary>
    public int Size { get; init; } = Paging.Size;

    /// <summary>From the address, whose texts are foreign: what is not known there is the default.</summary>
    public static OrganizationList From(ListState state) => new(
        state.Sort switch
        {
            "number" => OrganizationSort.CustomerNumber,
            "outstanding" => OrganizationSort.Outstanding,
            _ => OrganizationSort.Name,
        },
        state.IsDescending,
        state.Search,
        state.Key);
}
