namespace PaymentsApp.Collection.Outstanding;

/// <summary>Organizations that were ticked: some, or all of a filter but some.</summary>
/// <param name="List">The filter; its page and order do not matter.</param>
/// <param name="IsAll">All of the filter but <paramref name="Ids"/>.</param>
/// <param name="Ids">The ticked ones; with <paramref name="IsAll"/> those that were taken out.</param>
public sealed record OutstandingSelection(OutstandingList List, bool IsAll, IReadOnlyCollection<int> Ids);
