namespace PaymentsApp.Components.Search;

/// <summary>
/// The search behind the box in the header: a few hits of each kind that the current user may see, best first.
/// A delegate, so that the components need not know where it comes from.
/// </summary>
public delegate Task<IReadOnlyList<SearchHit>> FindAnything(string text, CancellationToken cancel);
