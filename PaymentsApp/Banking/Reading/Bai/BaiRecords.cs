using System.Text.RegularExpressions;

namespace PaymentsApp.Banking.Reading.Bai;

/// <summary>Takes a BAI2 file apart: one record a line, or several ("…2/   02,…"); "88," continues the one before.</summary>
internal static partial class BaiRecords
{
    public static bool Is(string text) => Start().IsMatch(text) && Account().IsMatch(text);

    public static List<BaiRecord> Split(SourceText source)
    {
        var records = new List<BaiRecord>();
        foreach (var line in TextLine.Of(source.Text))
        {
            var from = 0;
            foreach (Match match in Boundary().Matches(line.Text))
            {
                Add(records, line.Text[from..(match.Index + 1)], line.Index + from, source);
                from = match.Index + match.Length;
            }

            Add(records, line.Text[from..], line.Index + from, source);
        }

        return records;
    }

    private static void Add(List<BaiRecord> records, string text, int index, SourceText source)
    {
        var match = Code().Match(text);
        if (!match.Success)
        {
            // Text of the record before may run over the end of its line.
            if (records.Count > 0 && records[^1].Code == "16")
            {
                records[^1].Pieces.Add(End(text));
                return;
            }

            throw new UnreadableFileException($"“{(text.Length > 40 ? text[..40] : text)}” is no record of a BAI2 file.", source.At(index));
        }

        var rest = End(text[match.Length..]);
        if (match.Groups["code"].Value != "88")
        {
            records.Add(new BaiRecord(match.Groups["code"].Value, [rest], index + match.Index));
        }
        else if (records.Count > 0)
        {
            records[^1].Pieces.Add(rest);
        }
    }

    private static string End(string text)
    {
        text = text.TrimEnd();
        return text.EndsWith('/') ? text[..^1] : text;
    }

    [GeneratedRegex(@"\A[\uFEFF\s]*0[12],")]
    private static partial Regex Start();

    [GeneratedRegex(@"(?m)(?:^|/)\s*(?:03|02|99),")]
    private static partial Regex Account();

    [GeneratedRegex(@"/\s+(?=(?:0[123]|16|49|88|9[89]),)")]
    private static partial Regex Boundary();

    [GeneratedRegex(@"^\s*(?<code>0[123]|16|49|88|9[89]),")]
    private static partial Regex Code();
}
