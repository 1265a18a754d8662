namespace PaymentsApp.Components.Search;

/// <summary>Something the search box found.</summary>
/// <param name="Title">Name or number.</param>
/// <param name="Detail">What tells it from others of the same title.</param>
/// <param name="Href">Its page.</param>
public sealed record SearchHit(SearchHitKind Kind, string Title, string Detail, string Href);
