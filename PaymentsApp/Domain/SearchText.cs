using System.Globalization;
using System.Text;

namespace PaymentsApp.Domain;

/// <summary>
/// Folds text so that both databases find it in the same way: upper case, no accents, one blank between words.
/// </summary>
public static class SearchText
{
    public static string Normalize(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var c in text.Trim().Normalize(NormalizationForm.FormKD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark)
            {
                continue;
            }

            if (!char.IsWhiteSpace(c))
            {
                folded.Append(char.ToUpperInvariant(c));
            }
            else if (folded.Length > 0 && folded[^1] != ' ')
            {
                folded.Append(' ');
            }
        }

        return folded.ToString();
    }

    /// <summary>
    /// Invoice numbers, check numbers and references: letters and digits only, upper case,
    /// so that "inv-0012", "INV 0012" and "INV0012" are one.
    /// </summary>
    public static string Key(string text)
    {
        var key = new StringBuilder(text.Length);
        foreach (var c in text.Normalize(NormalizationForm.FormKC))
        {
            if (char.IsLetterOrDigit(c))
            {
                key.Append(char.ToUpperInvariant(c));
            }
        }

        return key.Length > 0 ? key.ToString() : text.Trim().ToUpperInvariant();
    }

    /// <summary>
    /// A text above every text that starts with <paramref name="prefix"/>, as the databases compare: by code point. The last
    /// one there is, since names hold letters and signs beyond the first 65,536.
    /// A range [prefix, end) is a prefix search that any B-tree index serves.
    /// </summary>
    public static string PrefixEnd(string prefix) => prefix + "\U0010FFFF";
}
