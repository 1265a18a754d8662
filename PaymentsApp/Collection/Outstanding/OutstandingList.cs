using System.Globalization;
using PaymentsApp.Components.Lists;
using PaymentsApp.Domain;

namespace PaymentsApp.Collection.Outstanding;

/// <summary>Which page of the debtors is wanted.</summary>
/// <param name="Search">Part of the name, or beginning of the customer number.</param>
/// <param name="IsOverdueOnly">Only organizations that owe something due before the day.</param>
/// <param name="OwnerId">The sales rep; null: all.</param>
/// <param name="At">The moment that it is seen from; null: now, and live.</param>
/// <param name="Key">Where the page begins; null for the first.</param>
public sealed record OutstandingList(
    OutstandingSort Sort = OutstandingSort.Outstanding,
    bool IsDescending = true,
    string Search = "",
    bool IsOverdueOnly = false,
    string? OwnerId = null,
    AsOf? At = null,
    PageKey? Key = null)
{
    public const string OverdueFilter = "overdue";
    public const string OwnerKey = "owner";
    public const string OnKey = "on";
    public const string KnownKey = "known";

    /// <summary>Rows of a page; exports ask for more at once.</summary>
    public int Size { get; init; } = Paging.Size;

    /// <summary>Whether anything but the order and the page is asked for.</summary>
    public bool IsFiltered => Search.Length > 0 || IsOverdueOnly || OwnerId is not null;

    /// <summary>From the address, whose texts are foreign: what is not known there is the default.</summary>
    /// <param name="state">The address.</param>
    /// <param name="today">The day of a report that names only what was known.</param>
    public static OutstandingList From(ListState state, DateOnly today) => new(
        state.Sort switch
        {
            "overdue" => OutstandingSort.Overdue,
            "oldest" => OutstandingSort.Oldest,
            "name" => OutstandingSort.Name,
            _ => OutstandingSort.Outstanding,
        },
        state.IsDescending,
        state.Search,
        state.Filter == OverdueFilter,
        state.Get(OwnerKey) is { Length: > 0 } owner ? owner : null,
        AtOf(state, today),
        state.Key);

    private static AsOf? AtOf(ListState state, DateOnly today)
    {
        var on = DateOnly.TryParseExact(state.Get(OnKey), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : (DateOnly?)null;
        var known = DateTime.TryParseExact(
            state.Get(KnownKey), "yyyy-MM-ddTHH:mm:ss'Z'", CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal, out var at)
            ? at
            : (DateTime?)null;
        return on is null && known is null ? null : new AsOf(on ?? today, known);
    }
}
