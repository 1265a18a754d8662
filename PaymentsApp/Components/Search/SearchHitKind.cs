namespace PaymentsApp.Components.Search;

/// <summary>The groups of the search results, in the order they are shown.</summary>
public enum SearchHitKind
{
    Organization,
    Invoice,
    Payment,
}
