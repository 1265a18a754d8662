namespace PaymentsApp.Components.Lists;

/// <summary>Which rows came or changed with the last live load. Rows are compared by value.</summary>
internal sealed class TableHighlight<TRow> where TRow : notnull
{
    private HashSet<object> _keys = [];
    private bool _isEven;

    public void Compare(IReadOnlyList<TRow>? before, IReadOnlyList<TRow> now, Func<TRow, object> keyOf, bool isLive)
    {
        if (!isLive || before is null)
        {
            _keys = [];
            return;
        }

        var known = before.ToDictionary(keyOf);
        _keys = [.. now.Where(row => !known.TryGetValue(keyOf(row), out var old) || !old.Equals(row)).Select(keyOf)];
        _isEven = !_isEven;
    }

    // Two names for one animation: a row that changes twice in a row has to start it anew.
    public string? ClassOf(object key) => !_keys.Contains(key) ? null : _isEven ? "changed-a" : "changed-b";
}
