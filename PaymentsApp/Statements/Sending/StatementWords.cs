using System.Net;
using Microsoft.EntityFrameworkCore;
using PaymentsApp.Data;
using PaymentsApp.Documents;
using PaymentsApp.Domain;

namespace PaymentsApp.Statements.Sending;

/// <summary>The words of a mail with a statement.</summary>
internal static class StatementWords
{
    private const string Template = "statement";

    private const string Subject = "Statement of {organization} as of {today}";

    private const string Text =
        """
        Dear Sir or Madam,

        attached is the statement of your account (customer number {customer-number}) as of {today}.

        Open: {total}

        If something on it is not right, please answer this mail.

        Kind regards
        {company}
        """;

    /// <summary>From the company's template where there is one; the HTML is made of the text.</summary>
    public static async Task<MailText> OfAsync(AppDbContext db, Statement statement, CancellationToken cancel)
    {
        var own = await db.MailTemplates.AsNoTracking().Where(template => template.Name == Template)
            .Select(template => new { template.Subject, template.Text }).SingleOrDefaultAsync(cancel);
        var company = await db.CompanySettings.Select(settings => settings.CompanyName).SingleAsync(cancel);
        var open = statement.Accounts.Where(account => account.Balance.IsPositive).Select(account => MoneyText.WithCode(account.Balance, DocumentText.Culture)).ToList();
        string Fill(string words) => words
            .Replace("{company}", company, StringComparison.Ordinal)
            .Replace("{customer-number}", statement.CustomerNumber, StringComparison.Ordinal)
            .Replace("{today}", DocumentText.Of(statement.Asked.On), StringComparison.Ordinal)
            .Replace("{total}", open.Count == 0 ? "nothing" : string.Join(" + ", open), StringComparison.Ordinal)
            .Replace("{organization}", statement.Name, StringComparison.Ordinal); // last: a name may hold anything
        return Of(Fill(own?.Subject ?? Subject), Fill(own?.Text ?? Text));
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
