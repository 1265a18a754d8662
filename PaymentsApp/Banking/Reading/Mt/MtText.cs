using System.Text;
using System.Text.RegularExpressions;

namespace PaymentsApp.Banking.Reading.Mt;

/// <summary>What :86: says about a payment: in German subfields, in words between slashes, in numbered lines (:NS:), or freely.</summary>
internal static partial class MtText
{
    // SWIFT lines have 65 letters: a full one runs on in the next without a blank.
    private const int LineLength = 65;

    public static BankEntry Fill(BankEntry entry, IReadOnlyList<MtField> fields, MtEntryLine line)
    {
        if (fields.Count == 0)
        {
            // Without :86: the bank's addition to the entry is all the text there is.
            return line.Supplement is null ? entry : entry with { RemittanceText = line.Supplement, RemittanceParts = [line.Supplement] };
        }

        if (fields[0].Tag == "NS")
        {
            return MtNumberedText.Fill(entry, fields);
        }

        var parts = fields.SelectMany(field => field.Lines).ToList();
        var wrapped = string.Concat(parts);
        if (German().Match(wrapped) is { Success: true } german)
        {
            return MtGermanText.Fill(entry, wrapped, german.Groups["mark"].Value[0], german.Groups["code"].Value);
        }

        if (Slashed().IsMatch(wrapped))
        {
            return MtSlashText.Fill(entry, parts, line);
        }

        return Free(entry, parts, line);
    }

    /// <summary>Lines as one text: a full line runs on, a shorter one ends a word.</summary>
    public static string Join(IReadOnlyList<string> parts, int full = LineLength)
    {
        var text = new StringBuilder();
        for (var i = 0; i < parts.Count; i++)
        {
            if (i > 0 && parts[i - 1].Length < full && text.Length > 0 && text[^1] != ' ')
            {
                text.Append(' ');
            }

            text.Append(parts[i]);
        }

        return text.ToString().Trim();
    }

    private static BankEntry Free(BankEntry entry, List<string> parts, MtEntryLine line)
    {
        var text = Join(parts);
        return entry with
        {
            RemittanceText = text,
            RemittanceParts = [.. parts.Where(part => part.Trim().Length > 0)],
            PayerName = entry.PayerName ?? (LabelledName().Match(text) is { Success: true } name ? name.Groups["name"].Value.Trim() : null),
            PayerAccount = line.Name is not null && line.OwnerReference?.All(char.IsAsciiDigit) == true
                ? line.OwnerReference
                : LabelledAccount().Match(text) is { Success: true } account ? account.Groups["iban"].Value : null,
        };
    }

    [GeneratedRegex(@"^(?<code>\d{3})(?<mark>[?>+~#^|])(?=\d\d)")]
    private static partial Regex German();

    [GeneratedRegex("(?:^|/)/?(?:" + MtSlashText.Keys + ")/")]
    private static partial Regex Slashed();

    [GeneratedRegex(@"\b(?:NAAM|NAME):\s*(?<name>[^/]{2,70})")]
    private static partial Regex LabelledName();

    [GeneratedRegex(@"\b(?:REK|IBAN):\s*(?<iban>[A-Z]{2}\d\d[A-Z0-9]{10,30})")]
    private static partial Regex LabelledAccount();
}
