using System.Globalization;
using PaymentsApp.Components.Lists;

namespace PaymentsApp.Payments.Lists;

/// <summary>Which page of the payments is wanted.</summary>
/// <param name="OrganizationId">The payer; null: all payers.</param>
/// <param name="PaymentTypeId">Null: all types.</param>
/// <param name="From">The first day of receipt; null: no bound.</param>
/// <param name="To">The last day of receipt; null: no bound.</param>
/// <param name="UnappliedOnly">Only payments of which some money is on no invoice.</param>
/// <param name="Search">Payment number, beginning of the reference, or the payer.</param>
/// <param name="Key">Where the page begins; null for the first.</param>
public sealed record PaymentSelection(
    int? OrganizationId = null,
    PaymentSort Sort = PaymentSort.Received,
    bool IsDescending = true,
    int? PaymentTypeId = null,
    DateOnly? From = null,
    DateOnly? To = null,
    bool UnappliedOnly = false,
    string Search = "",
    PageKey? Key = null)
{
    /// <summary>Rows of a page; exports ask for more at once.</summary>
    public int Size { get; init; } = Paging.Size;

    // Names in the address.
    public const string TypeKey = "type";
    public const string FromKey = "from";
    public const string ToKey = "to";
    public const string UnappliedFilter = "unapplied";

    /// <summary>Anything is left out of the list, other than by the search.</summary>
    public bool IsFiltered => PaymentTypeId is not null || From is not null || To is not null || UnappliedOnly;

    /// <summary>From the address, whose texts are foreign: what is not known there is the default.</summary>
    public static PaymentSelection Of(ListState state, int? organizationId) => new(
        organizationId,
        state.Sort switch
        {
            "number" => PaymentSort.Number,
            "amount" => PaymentSort.Amount,
            _ => PaymentSort.Received,
        },
        state.IsDescending,
        int.TryParse(state.Get(TypeKey), NumberStyles.None, CultureInfo.InvariantCulture, out var type) ? type : null,
        DayOf(state.Get(FromKey)),
        DayOf(state.Get(ToKey)),
        state.Filter == UnappliedFilter,
        state.Search,
        state.Key);

    private static DateOnly? DayOf(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
