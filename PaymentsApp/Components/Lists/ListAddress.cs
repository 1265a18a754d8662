using Microsoft.AspNetCore.WebUtilities;

namespace PaymentsApp.Components.Lists;

/// <summary>The query string of an address as plain values, and back.</summary>
internal static class ListAddress
{
    public static string PathOf(string uri) => new Uri(uri).GetLeftPart(UriPartial.Path);

    public static Dictionary<string, string> ValuesOf(string uri)
    {
        var values = new Dictionary<string, string>();
        foreach (var (name, texts) in QueryHelpers.ParseQuery(new Uri(uri).Query))
        {
            if (texts is [{ Length: > 0 } text, ..])
            {
                values[name] = text;
            }
        }

        return values;
    }

    public static string With(string uri, IReadOnlyDictionary<string, string> values) =>
        QueryHelpers.AddQueryString(
            PathOf(uri),
            values.OrderBy(v => v.Key, StringComparer.Ordinal).Select(v => KeyValuePair.Create(v.Key, (string?)v.Value)));

    public static bool Same(Dictionary<string, string> left, Dictionary<string, string> right) =>
        left.Count == right.Count && left.All(v => right.TryGetValue(v.Key, out var other) && other == v.Value);
}
