namespace PaymentsApp.Components.Lists;

/// <summary>
/// The ticked rows of a list over all its pages. Ticking all keeps no million keys: it is the whole list but what was taken out again.
/// </summary>
public sealed class TickSet
{
    private readonly HashSet<object> _turned = [];

    /// <summary>All rows of the list, but <see cref="Turned"/>.</summary>
    public bool IsAll { get; private set; }

    public bool IsEmpty => !IsAll && _turned.Count == 0;

    /// <summary>The ticked rows; with <see cref="IsAll"/> those that are not.</summary>
    public IReadOnlyCollection<object> Turned => _turned;

    public bool Contains(object key) => IsAll != _turned.Contains(key);

    public void Turn(object key)
    {
        if (!_turned.Remove(key))
        {
            _turned.Add(key);
        }
    }

    public void SetAll(bool isAll)
    {
        IsAll = isAll;
        _turned.Clear();
    }
}
