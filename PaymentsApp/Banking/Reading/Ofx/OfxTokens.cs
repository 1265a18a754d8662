using System.Globalization;
using System.Text;

namespace PaymentsApp.Banking.Reading.Ofx;

/// <summary>
/// Takes OFX apart, SGML and XML alike: values end at the next tag, whether it is their own end tag or not.
/// Ampersands and angle brackets that were not escaped are text. Nothing is expanded but the marks of XML itself.
/// </summary>
internal static class OfxTokens
{
    public static IEnumerable<OfxToken> Of(string text)
    {
        var at = NextTag(text, 0);
        while (at < text.Length)
        {
            if (string.CompareOrdinal(text, at, "<!--", 0, 4) == 0)
            {
                var end = text.IndexOf("-->", at + 4, StringComparison.Ordinal);
                at = NextTag(text, end < 0 ? text.Length : end + 3);
                continue;
            }

            var close = text.IndexOf('>', at);
            if (close < 0)
            {
                yield break;
            }

            var name = text.AsSpan(at + 1, close - at - 1);
            if (name is ['?' or '!', ..])
            {
                at = NextTag(text, close + 1);
                continue;
            }

            var isEnd = name is ['/', ..];
            var isEmpty = name is [.., '/'];
            var word = Word(name.Trim('/'));
            var next = NextTag(text, close + 1);
            var value = isEnd || isEmpty ? "" : Value(text, close + 1, ref next);
            yield return new OfxToken(word, isEnd, value, close + 1);
            at = next;
        }
    }

    private static string Word(ReadOnlySpan<char> name)
    {
        var blank = name.IndexOfAny(' ', '\t', '\n');
        return (blank < 0 ? name : name[..blank]).Trim().ToString().ToUpperInvariant();
    }

    private static string Value(string text, int from, ref int next)
    {
        var value = text[from..next];
        if (!value.Contains("<![CDATA[", StringComparison.Ordinal) && string.CompareOrdinal(text, next, "<![CDATA[", 0, 9) == 0)
        {
            var end = text.IndexOf("]]>", next, StringComparison.Ordinal);
            end = end < 0 ? text.Length : end;
            var plain = text[(next + 9)..end];
            next = NextTag(text, Math.Min(text.Length, end + 3));
            return plain.Trim();
        }

        return Decode(value).Trim();
    }

    // "<" opens a tag only before a letter, a slash or a mark of SGML: "a < b" is text.
    private static int NextTag(string text, int from)
    {
        for (var at = from; at < text.Length; at++)
        {
            at = text.IndexOf('<', at);
            if (at < 0)
            {
                return text.Length;
            }

            if (at + 1 < text.Length && (char.IsAsciiLetter(text[at + 1]) || text[at + 1] is '/' or '!' or '?'))
            {
                return at;
            }
        }

        return text.Length;
    }

    private static string Decode(string value)
    {
        if (!value.Contains('&', StringComparison.Ordinal))
        {
            return value;
        }

        var plain = new StringBuilder(value.Length);
        for (var i = 0; i < value.Length; i++)
        {
            var end = value[i] == '&' ? value.IndexOf(';', i, Math.Min(10, value.Length - i)) : -1;
            var letter = end < 0 ? null : Letter(value[(i + 1)..end]);
            plain.Append(letter ?? value[i].ToString());
            i = letter is null ? i : end;
        }

        return plain.ToString();
    }

    private static string? Letter(string name) => name switch
    {
        "amp" => "&",
        "lt" => "<",
        "gt" => ">",
        "quot" => "\"",
        "apos" => "'",
        "nbsp" => " ",
        ['#', 'x' or 'X', .. var hex] when int.TryParse(hex, NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var code) && Rune.IsValid(code) => new Rune(code).ToString(),
        ['#', .. var figures] when int.TryParse(figures, NumberStyles.None, CultureInfo.InvariantCulture, out var code) && Rune.IsValid(code) => new Rune(code).ToString(),
        _ => null,
    };
}
