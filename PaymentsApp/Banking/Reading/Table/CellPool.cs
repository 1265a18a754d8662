namespace PaymentsApp.Banking.Reading.Table;

/// <summary>Dates and amounts of a table come again and again; one text for all of them is enough.</summary>
internal sealed class CellPool
{
    private const int LengthMax = 12;
    private const int CountMax = 10_000;

    private readonly Dictionary<string, string> _known = new(StringComparer.Ordinal);

    public string One(string text)
    {
        if (text.Length > LengthMax)
        {
            return text;
        }

        if (!_known.TryGetValue(text, out var known))
        {
            known = text;
            if (_known.Count < CountMax)
            {
                _known.Add(text, text);
            }
        }

        return known;
    }
}
