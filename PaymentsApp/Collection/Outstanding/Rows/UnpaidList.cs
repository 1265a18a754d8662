using PaymentsApp.Components.Lists;

namespace PaymentsApp.Collection.Outstanding.Rows;

/// <summary>Which unpaid rows are added up, and how.</summary>
/// <param name="By">Issue or product.</param>
/// <param name="Search">Part of a row's description, issue or product; empty for all rows.</param>
/// <param name="IsOverdueOnly">Only rows of invoices that are due before today.</param>
public sealed record UnpaidList(UnpaidBy By = UnpaidBy.Issue, string Search = "", bool IsOverdueOnly = false)
{
    public const string ByKey = "by";
    public const string OverdueFilter = "overdue";

    /// <summary>From the address, whose texts are foreign: what is not known there is the default.</summary>
    public static UnpaidList From(ListState state) => new(
        state.Get(ByKey) == "product" ? UnpaidBy.Product : UnpaidBy.Issue, state.Search, state.Filter == OverdueFilter);
}
