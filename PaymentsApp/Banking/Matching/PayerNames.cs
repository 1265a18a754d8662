using System.Globalization;
using System.Text;

namespace PaymentsApp.Banking.Matching;

/// <summary>Names of payers in the forms in which they are compared.</summary>
internal static class PayerNames
{
    // Legal forms and words that say nothing about who it is.
    private static readonly HashSet<string> Untelling = new(StringComparer.Ordinal)
    {
        "INC", "LLC", "LLP", "LTD", "LIMITED", "PLC", "GMBH", "AG", "KG", "OHG", "UG", "SE", "SA", "SARL", "SAS", "SRL", "SPA", "BV", "NV", "AB", "AS", "OY",
        "OYJ", "APS", "SL", "SLU", "LDA", "LTDA", "PVT", "PTY", "CORP", "CORPORATION", "CO", "COMPANY", "THE", "AND", "UND", "ET", "Y", "E", "OF", "MR", "MRS",
    };

    /// <summary>Upper-case letters and digits only.</summary>
    public static string Compact(string text) => string.Concat(text.Where(char.IsLetterOrDigit)).ToUpperInvariant();

    /// <summary>Its words in their order, without legal form: equal keys are one name.</summary>
    public static string Key(string name) => string.Join(' ', Words(name));

    /// <summary>Upper-case words without accents and legal form; all of them when nothing else would be left.</summary>
    public static string[] Words(string name)
    {
        var words = AllWords(name);
        string[] telling = [.. words.Where(word => !Untelling.Contains(word))];
        return telling.Length > 0 ? telling : words;
    }

    /// <summary>The first letters of the words: how a bank shortens a long name.</summary>
    public static string Initials(string[] words) => string.Concat(words.Select(word => word[0]));

    private static string[] AllWords(string name)
    {
        var plain = new StringBuilder(name.Length);
        foreach (var letter in name.Replace(".", string.Empty, StringComparison.Ordinal).Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark)
            {
                plain.Append(char.IsLetterOrDigit(letter) ? char.ToUpperInvariant(letter) : ' ');
            }
        }

        return plain.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries);
    }
}
