namespace PaymentsApp.Components.Lists;

/// <summary>One page of a list that pages by key: as quick at the end of a million rows as at the start.</summary>
/// <param name="PreviousKey">For <see cref="ListState.Key"/>; null on the first page.</param>
/// <param name="NextKey">For <see cref="ListState.Key"/>; null on the last page.</param>
/// <param name="Total">Null where the list does not count.</param>
public sealed record Page<TRow>(
    IReadOnlyList<TRow> Rows, string? PreviousKey = null, string? NextKey = null, BoundedCount? Total = null);
