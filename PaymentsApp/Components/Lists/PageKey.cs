using System.Globalization;

namespace PaymentsApp.Components.Lists;

/// <summary>
/// The place in a sorted list where a page begins: the sort value and the id of the row just outside it.
/// Written into the address, so whatever comes back is foreign text: <see cref="Parse"/> answers null for anything odd.
/// </summary>
/// <param name="IsBackwards">True: the page ends before this row. False: it begins after it.</param>
/// <param name="Value">The row's sort value, culture free (date yyyy-MM-dd, minor units, normalised text).</param>
/// <param name="Id">The row's id, which breaks ties.</param>
public sealed record PageKey(bool IsBackwards, string Value, string Id)
{
    private const int LengthMax = 400;

    /// <summary>A key for a row whose sort value is a date, a number or a text.</summary>
    public static (string Value, string Id) At(IFormattable value, IFormattable id) =>
        (Text(value), Text(id));

    /// <inheritdoc cref="At(IFormattable, IFormattable)"/>
    public static (string Value, string Id) At(string value, IFormattable id) => (value, Text(id));

    /// <summary>Null where the text is not a key.</summary>
    public static PageKey? Parse(string? text)
    {
        if (text is not { Length: > 1 and <= LengthMax } || text[0] is not ('<' or '>'))
        {
            return null;
        }

        var split = text.IndexOf('~', StringComparison.Ordinal);
        return split < 2 || split == text.Length - 1 ? null : new(text[0] == '<', text[(split + 1)..], text[1..split]);
    }

    /// <summary>The sort value as a date, or null where the address was meddled with.</summary>
    public DateOnly? ValueAsDate() =>
        DateOnly.TryParseExact(Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;

    /// <summary>The sort value as a whole number.</summary>
    public long? ValueAsNumber() =>
        long.TryParse(Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>The id as a whole number.</summary>
    public int? IdAsNumber() => int.TryParse(Id, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null;

    // The id comes first: it never holds the separator, a name may.
    public override string ToString() => $"{(IsBackwards ? '<' : '>')}{Id}~{Value}";

    private static string Text(IFormattable value) =>
        value.ToString(value is DateOnly ? "yyyy-MM-dd" : null, CultureInfo.InvariantCulture);
}
