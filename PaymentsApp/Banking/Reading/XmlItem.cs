using System.Text;

namespace PaymentsApp.Banking.Reading;

/// <summary>An element with what is in it; names are without prefix and namespace, because banks get both wrong.</summary>
internal sealed class XmlItem(string name, int index)
{
    private static readonly List<XmlItem> None = [];

    private List<XmlItem>? _children;
    private StringBuilder? _pieces;

    public string Name { get; } = name;

    /// <summary>Character in the source where the element's name stands.</summary>
    public int Index { get; } = index;

    public string Text { get; private set; } = "";

    /// <summary>The attribute <c>Ccy</c>, the only one that carries meaning in statements.</summary>
    public string? Currency { get; set; }

    public List<XmlItem> Children => _children ?? None;

    /// <summary>Text comes in pieces where sections and comments stand between.</summary>
    public void Append(string piece)
    {
        if (_pieces is null && Text.Length == 0)
        {
            Text = piece;
            return;
        }

        _pieces ??= new StringBuilder(Text);
        _pieces.Append(piece);
    }

    /// <summary>The element has ended.</summary>
    public void Close()
    {
        Text = (_pieces?.ToString() ?? Text).Trim();
        _pieces = null;
    }

    public void Add(XmlItem child) => (_children ??= []).Add(child);

    public XmlItem? Child(string name) => _children?.Find(child => child.Name == name);

    public IEnumerable<XmlItem> All(string name) => Children.Where(child => child.Name == name);

    /// <summary>The first element at a path: <c>Acct/Id/IBAN</c>.</summary>
    public XmlItem? Find(string path)
    {
        var at = this;
        foreach (var range in path.AsSpan().Split('/'))
        {
            var name = path.AsSpan()[range];
            XmlItem? next = null;
            foreach (var child in at.Children)
            {
                if (name.SequenceEqual(child.Name))
                {
                    next = child;
                    break;
                }
            }

            if (next is null)
            {
                return null;
            }

            at = next;
        }

        return at;
    }

    /// <summary>Text at the first of several paths that has any; null when none has.</summary>
    public string? Value(params ReadOnlySpan<string> paths)
    {
        foreach (var path in paths)
        {
            if (Find(path)?.Text is { Length: > 0 } text)
            {
                return text;
            }
        }

        return null;
    }
}
