using Microsoft.AspNetCore.Components;

namespace PaymentsApp.Components.Lists;

/// <summary>
/// What a list shows, kept in the address: it can be linked, reloaded and gone back to. Setters change the address
/// (replacing the entry: Back leaves the list) and raise <see cref="Changed"/> at once; when the address changes
/// otherwise, <see cref="Read"/> takes it over. It belongs to the path it was made at: a page that shows another record
/// at another path makes a new one.
/// </summary>
public sealed class ListState
{
    private const int SearchLengthMax = 200;

    private readonly NavigationManager _navigation;
    private readonly string _path;
    private readonly string _defaultSort;
    private readonly bool _isDescendingByDefault;
    private readonly string _defaultFilter;
    private Dictionary<string, string> _values;

    public ListState(
        NavigationManager navigation, string defaultSort, bool isDescendingByDefault = false, string defaultFilter = "")
    {
        _navigation = navigation;
        _path = ListAddress.PathOf(navigation.Uri);
        _defaultSort = defaultSort;
        _isDescendingByDefault = isDescendingByDefault;
        _defaultFilter = defaultFilter;
        _values = ListAddress.ValuesOf(navigation.Uri);
    }

    /// <summary>The list is another one now: load it.</summary>
    public event Action? Changed;

    /// <summary>The text searched for, trimmed; empty for none.</summary>
    public string Search
    {
        get
        {
            var text = Get("q").Trim();
            return text.Length > SearchLengthMax ? text[..SearchLengthMax] : text;
        }
    }

    /// <summary>The quick filter's name. Foreign text: compare it with the names you know.</summary>
    public string Filter => Get("show", _defaultFilter);

    /// <summary>The column's sort key. Foreign text: queries translate it through a switch with a default.</summary>
    public string Sort => Get("sort", _defaultSort);

    public bool IsDescending => Get("dir", Sort == _defaultSort && _isDescendingByDefault ? "desc" : "asc") == "desc";

    /// <summary>Where the page begins; null on the first page or when the address holds no key.</summary>
    public PageKey? Key => PageKey.Parse(Get("at"));

    /// <summary>Any further value the list keeps in the address, such as a type or a date.</summary>
    public string Get(string name, string defaultValue = "") => _values.GetValueOrDefault(name, defaultValue);

    /// <summary>Keeps a further value; empty removes it. Goes back to the first page.</summary>
    public void Set(string name, string value) => Apply((name, value), ("at", ""));

    public void SetSearch(string text) => Apply(("q", text), ("at", ""));

    public void SetFilter(string filter) => Apply(("show", filter == _defaultFilter ? "" : filter), ("at", ""));

    /// <summary>Sorts by the column; a second time turns the direction.</summary>
    public void SortBy(string column)
    {
        var isDescending = column == Sort && !IsDescending;
        SetSort(column, isDescending);
    }

    public void SetSort(string column, bool isDescending)
    {
        var isDefault = isDescending == (column == _defaultSort && _isDescendingByDefault);
        Apply(
            ("sort", column == _defaultSort ? "" : column),
            ("dir", isDefault ? "" : isDescending ? "desc" : "asc"),
            ("at", ""));
    }

    /// <summary>Goes to the page of the key; null is the first page.</summary>
    public void GoTo(string? key) => Apply(("at", key ?? ""));

    /// <summary>Takes over what the address says now, if anything else.</summary>
    public void Read()
    {
        var values = ListAddress.ValuesOf(_navigation.Uri);
        if (IsHere && !ListAddress.Same(values, _values))
        {
            _values = values;
            Changed?.Invoke();
        }
    }

    private bool IsHere => ListAddress.PathOf(_navigation.Uri) == _path;

    private void Apply(params (string Name, string Value)[] changes)
    {
        var values = new Dictionary<string, string>(_values);
        foreach (var (name, value) in changes)
        {
            if (value.Length == 0)
            {
                values.Remove(name);
            }
            else
            {
                values[name] = value;
            }
        }

        // A late keystroke must not put this list's search into the address of the next page.
        if (!IsHere || ListAddress.Same(values, _values))
        {
            return;
        }

        _values = values;
        _navigation.NavigateTo(ListAddress.With(_navigation.Uri, values), replace: true);
        Changed?.Invoke();
    }
}
