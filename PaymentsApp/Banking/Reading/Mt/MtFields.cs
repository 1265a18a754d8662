using System.Text.RegularExpressions;

namespace PaymentsApp.Banking.Reading.Mt;

/// <summary>
/// Takes a file of SWIFT messages apart into fields. Envelopes ({1:…}{2:…}{4:, -}), banners between messages and empty
/// lines belong to no field. Text may hold lines that look like a tag or like the end, because banks wrap at 65 letters.
/// </summary>
internal static partial class MtFields
{
    // Text of a payment may be cut before ":20:15 h": what follows shows whether a message really begins there.
    private static readonly HashSet<string> Heads = ["20", "21", "25", "28", "13"];

    private static readonly HashSet<string> NotAfterHead = ["61", "62F", "62M", "62", "86"];

    /// <returns>Fields; envelope lines come as fields with the tag <c>{</c>, ends of messages as <c>-</c>.</returns>
    public static List<MtField> Split(string text)
    {
        var lines = Lines(text);
        var fields = new List<MtField>();
        MtField? open = null;
        for (var i = 0; i < lines.Count; i++)
        {
            var (line, index) = lines[i];
            if (line.StartsWith('{') || line.StartsWith("-}", StringComparison.Ordinal) || (line.StartsWith('-') && IsEnd(lines, i, open)))
            {
                Envelope(line, index, fields);
                open = null;
                if (line.IndexOf("{4:", StringComparison.Ordinal) is var body and >= 0 && body + 3 < line.Length)
                {
                    // A message on one line with its envelope: what stands behind {4: is its first line.
                    lines[i] = (line[(body + 3)..].TrimStart(), index + body + 3);
                    i--;
                }

                continue;
            }

            if (Tag().Match(line) is { Success: true } match && IsTag(lines, i, match.Groups["tag"].Value, open))
            {
                open = new MtField(match.Groups["tag"].Value, [line[match.Length..]], index);
                fields.Add(open);
            }
            else
            {
                open?.Lines.Add(line);
            }
        }

        foreach (var field in fields)
        {
            while (field.Lines.Count > 1 && string.IsNullOrWhiteSpace(field.Lines[^1]))
            {
                field.Lines.RemoveAt(field.Lines.Count - 1);
            }
        }

        return fields;
    }

    private static List<(string Line, int Index)> Lines(string text)
    {
        var lines = new List<(string, int)>();
        for (var at = 0; at < text.Length;)
        {
            var length = text.AsSpan(at).IndexOfAny('\r', '\n');
            length = length < 0 ? text.Length - at : length;
            lines.Add((text.Substring(at, length).TrimEnd('\u001A', '\0').TrimStart('\uFEFF', '\u0001'), at));
            at += length + 1;
            if (at < text.Length && text[at] == '\n' && text[at - 1] == '\r')
            {
                at++;
            }
        }

        return lines;
    }

    private static void Envelope(string line, int index, List<MtField> fields)
    {
        if (line.StartsWith('-'))
        {
            fields.Add(new MtField("-", [""], index));
        }

        if (line.Contains('{', StringComparison.Ordinal))
        {
            fields.Add(new MtField("{", [line], index));
        }
    }

    // A lone "-" ends a message; in wrapped text it may also be a hyphen that stood alone. Then more of the same message follows.
    private static bool IsEnd(List<(string Line, int Index)> lines, int at, MtField? open)
    {
        if (lines[at].Line.TrimEnd() != "-" && !lines[at].Line.StartsWith("-XXX", StringComparison.Ordinal))
        {
            return false;
        }

        if (open?.Tag is not ("86" or "61" or "NS"))
        {
            return true;
        }

        for (var next = at + 1; next < lines.Count && next < at + 50; next++)
        {
            if (lines[next].Line.StartsWith('{') || Tag().Match(lines[next].Line) is { Success: true } match && Heads.Contains(match.Groups["tag"].Value))
            {
                return true;
            }

            if (Tag().IsMatch(lines[next].Line))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsTag(List<(string Line, int Index)> lines, int at, string tag, MtField? open)
    {
        if (open?.Tag != "86" || !Heads.Contains(tag))
        {
            return true;
        }

        for (var next = at + 1; next < lines.Count && next < at + 50; next++)
        {
            if (Tag().Match(lines[next].Line) is { Success: true } match)
            {
                return !NotAfterHead.Contains(match.Groups["tag"].Value);
            }
        }

        return true;
    }

    [GeneratedRegex("^:(?<tag>20|21|25P?|28C?|60[FM]?|61|62[FM]?|64|65F?|86|13[CD]?|34F|90[CD]|NS|94[02]):")]
    private static partial Regex Tag();
}
