using System.Globalization;
using System.Text.Json;
using PaymentsApp.Domain;

namespace PaymentsApp.Administration;

/// <summary>
/// Puts the JSON of an audit entry into words. It comes as <c>{"before":{...},"after":{...}}</c>, as
/// <c>{"unappliedMinor":{"before":100,"after":0}}</c>, or as plain values; whatever it is, something readable comes out.
/// </summary>
internal static class AuditBody
{
    private const string Minor = "Minor";
    private const int ItemsMax = 50;

    public static IReadOnlyList<AuditLine> Read(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            return document.RootElement.ValueKind == JsonValueKind.Object
                ? [.. Lines(document.RootElement)]
                : [new AuditLine(string.Empty, null, json)];
        }
        catch (JsonException)
        {
            return [new AuditLine(string.Empty, null, json)];
        }
    }

    private static IEnumerable<AuditLine> Lines(JsonElement body)
    {
        var currency = Text(body, "currency");
        var (before, after) = (Child(body, "before"), Child(body, "after"));
        foreach (var name in Names(before).Union(Names(after)))
        {
            yield return new AuditLine(Title(name), Value(name, Child(before, name), currency), Value(name, Child(after, name), currency));
        }

        foreach (var property in body.EnumerateObject().Where(property => property.Name is not ("before" or "after" or "fingerprint")))
        {
            var value = property.Value;
            var isChange = Child(value, "before") is not null || Child(value, "after") is not null;
            if (isChange)
            {
                yield return new AuditLine(
                    Title(property.Name), Value(property.Name, Child(value, "before"), currency), Value(property.Name, Child(value, "after"), currency));
            }
            else if (value.ValueKind is not (JsonValueKind.Null or JsonValueKind.Undefined))
            {
                yield return new AuditLine(Title(property.Name), null, Value(property.Name, value, currency));
            }
        }
    }

    private static IEnumerable<string> Names(JsonElement? element) =>
        element is { ValueKind: JsonValueKind.Object } found ? found.EnumerateObject().Select(property => property.Name) : [];

    private static JsonElement? Child(JsonElement? element, string name) =>
        element is { ValueKind: JsonValueKind.Object } found && found.TryGetProperty(name, out var child) ? child : null;

    private static string? Text(JsonElement element, string name) =>
        Child(element, name) is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;

    // "amountMinor" is "Amount", "InvoiceId" is "Invoice id".
    private static string Title(string name) =>
        AuditWords.Text(name.EndsWith(Minor, StringComparison.Ordinal) ? name[..^Minor.Length] : name);

    private static string? Value(string name, JsonElement? element, string? currency) => element switch
    {
        null or { ValueKind: JsonValueKind.Null or JsonValueKind.Undefined } => null,
        { ValueKind: JsonValueKind.True } => "yes",
        { ValueKind: JsonValueKind.False } => "no",
        { ValueKind: JsonValueKind.String } text => text.GetString(),
        { ValueKind: JsonValueKind.Number } number => Number(name, number, currency),
        { ValueKind: JsonValueKind.Array } list => List(name, list, currency),
        { } inner => string.Join(", ", inner.EnumerateObject().Where(property => property.Name is not ("Id" or "id")).Select(property =>
            $"{Title(property.Name).ToLowerInvariant()} {Value(property.Name, property.Value, Text(inner, "currency") ?? currency)}")),
    };

    private static string Number(string name, JsonElement number, string? currency) =>
        name.EndsWith(Minor, StringComparison.Ordinal) && currency is not null && Currency.IsKnown(currency) && number.TryGetInt64(out var minor)
            ? MoneyText.WithCode(new Money(minor, currency), CultureInfo.CurrentCulture)
            : number.GetRawText();

    private static string List(string name, JsonElement list, string? currency)
    {
        var items = list.EnumerateArray().Take(ItemsMax).Select(item => Value(name, item, currency)).ToList();
        var rest = list.GetArrayLength() - items.Count;
        return string.Join(list.EnumerateArray().Any(item => item.ValueKind == JsonValueKind.Object) ? "; " : ", ", items)
            + (rest > 0 ? $" and {rest} more" : string.Empty);
    }
}
