using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using PaymentsApp.Data;
using PaymentsApp.Domain;

namespace PaymentsApp.Mail.Texts;

/// <summary>Puts values into the company's words, or the program's where there are none.</summary>
internal static partial class MailTemplates
{
    /// <summary>The words that hold now.</summary>
    public static async Task<MailText> FindAsync(AppDbContext db, MailTextKind kind, CancellationToken cancel) =>
        await db.MailTemplates.AsNoTracking().SingleOrDefaultAsync(found => found.Name == kind.Name, cancel) is { } own
            ? new MailText(own.Subject, own.Text, own.Html)
            : kind.Default;

    /// <summary>A sentence that says what is wrong with words; null for nothing.</summary>
    public static string? ProblemOf(MailTextKind kind, MailText words) =>
        string.IsNullOrWhiteSpace(words.Subject) || words.Subject.Length > OutgoingMail.SubjectLength || !MailAddresses.IsHeaderText(words.Subject)
            ? $"The subject is missing, longer than {OutgoingMail.SubjectLength} characters or more than a line."
        : words.Subject.Contains("{invoices}", StringComparison.Ordinal) ? "A list has no place in the subject."
        : string.IsNullOrWhiteSpace(words.Text) || words.Text.Length > MailTemplate.TextLength ? $"The text is missing or longer than {MailTemplate.TextLength} characters."
        : string.IsNullOrWhiteSpace(words.Html) || words.Html.Length > MailTemplate.TextLength ? $"The HTML is missing or longer than {MailTemplate.TextLength} characters."
        : words.Html.Contains("<script", StringComparison.OrdinalIgnoreCase) ? "Scripts have no place in a mail."
        : UnknownIn(kind, words) is { } unknown ? $"“{{{unknown}}}” is no placeholder of this text. There are {string.Join(", ", kind.Placeholders.Select(name => $"{{{name}}}"))}."
        : null;

    /// <summary>The words with values: as they are in the subject and the plain text, escaped in the HTML.</summary>
    public static MailText Fill(MailText words, IReadOnlyDictionary<string, MailValue> values)
    {
        var html = Placeholder().Replace(words.Html, match => values.TryGetValue(match.Groups["name"].Value, out var value) ? value.Html : match.Value);
        return new MailText(
            TextOf(words.Subject),
            TextOf(words.Text),
            $"""<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"></head><body style="font-family:Arial,Helvetica,sans-serif;font-size:14px;line-height:1.5;color:#222">{html}</body></html>""");

        string TextOf(string text) => Placeholder().Replace(text, match => values.TryGetValue(match.Groups["name"].Value, out var value) ? value.Text : match.Value);
    }

    private static string? UnknownIn(MailTextKind kind, MailText words) =>
        Placeholder().Matches($"{words.Subject}\n{words.Text}\n{words.Html}").Select(match => match.Groups["name"].Value).FirstOrDefault(name => !kind.Placeholders.Contains(name));

    // {organization}; the braces of a style sheet hold more than a word.
    [GeneratedRegex(@"\{(?<name>[A-Za-z][A-Za-z_-]*)\}")]
    private static partial Regex Placeholder();
}
