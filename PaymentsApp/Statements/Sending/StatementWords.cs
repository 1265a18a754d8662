using System.Net;
using PaymentsApp.Data;
using PaymentsApp.Documents;
using PaymentsApp.Domain;
using PaymentsApp.Mail.Texts;

namespace PaymentsApp.Statements.Sending;

/// <summary>The words of a mail with a statement.</summary>
internal static class StatementWords
{
    /// <summary>From the template; the HTML is made of the text when it is sent, since a person may change it.</summary>
    public static async Task<MailText> OfAsync(AppDbContext db, Statement statement, CancellationToken cancel)
    {
        var values = await MailValues.OfAsync(db, statement.Asked.OrganizationId, statement.Asked.On, DocumentText.Culture, cancel);
        var open = statement.Accounts.Where(account => account.Balance.IsPositive).Select(account => account.Balance).ToList();
        values["today"] = DocumentText.Of(statement.Asked.On); // of the statement, as the statement writes it
        values["total"] = open.Count == 0 ? "nothing" : MailValues.Sum(open, DocumentText.Culture);
        var words = MailTemplates.Fill(await MailTemplates.FindAsync(db, MailTextKinds.Statement, cancel), values);
        return words.Subject.Length <= OutgoingMail.SubjectLength ? words : words with { Subject = words.Subject[..OutgoingMail.SubjectLength] }; // of a long name
    }

    /// <summary>The same words in plain text and in HTML: what was typed is text, not markup.</summary>
    public static MailText Of(string subject, string text)
    {
        var plain = text.ReplaceLineEndings("\n").Trim();
        var paragraphs = plain.Split("\n\n", StringSplitOptions.RemoveEmptyEntries)
            .Select(paragraph => $"<p>{WebUtility.HtmlEncode(paragraph.Trim('\n')).Replace("\n", "<br>", StringComparison.Ordinal)}</p>");
        return new MailText(
            subject.Trim(), plain,
            $"""<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"></head><body style="font-family:Arial,Helvetica,sans-serif;font-size:14px;line-height:1.5;color:#222">{string.Concat(paragraphs)}</body></html>""");
    }
}
