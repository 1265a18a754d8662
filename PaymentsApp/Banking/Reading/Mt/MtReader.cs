using System.Text.RegularExpressions;

namespace PaymentsApp.Banking.Reading.Mt;

/// <summary>SWIFT customer statements (MT940) and interim reports (MT942), bare or in their envelope, in the dialects of many banks.</summary>
internal static partial class MtReader
{
    private static readonly MtField Done = new("", [""], 0);

    public static bool Is(SourceText source) => Mark().IsMatch(source.Text);

    public static IReadOnlyList<StatementBuilder> Read(SourceText source, CancellationToken cancel)
    {
        var fields = MtFields.Split(source.Text);
        var usesComma = fields.Exists(field => field.Tag is "61" or "60F" or "62F" && field.First.Contains(',', StringComparison.Ordinal));
        var statements = new List<MtStatement>();
        MtStatement? open = null;
        var envelope = "";
        for (var i = 0; i < fields.Count; i++)
        {
            // What is read is let go: of a large file the fields would outweigh the entries.
            var field = fields[i];
            fields[i] = Done;
            cancel.ThrowIfCancellationRequested();
            if (field.Tag is "{" or "-" or "940" or "942")
            {
                envelope = field.Tag == "{" ? field.First : field.Tag == "-" ? "" : ":" + field.Tag;
                open = null;
                continue;
            }

            if (open is null || open.EndsBefore(field.Tag))
            {
                open = new MtStatement(source, field.Index, envelope, usesComma);
                statements.Add(open);
            }

            open.Take(field);
        }

        return [.. statements.Where(statement => !statement.IsEmpty).Select(statement => statement.End())];
    }

    [GeneratedRegex(@"(?m)^(?:\{\d:.*)?[\uFEFF\u0001 ]?:(?:20|25P?|28C?|60[FM]|61|62[FM]|64|65|34F):|^\{1:F01")]
    private static partial Regex Mark();
}
