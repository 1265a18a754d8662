using System.Globalization;
using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using PaymentsApp.Data;
using PaymentsApp.Domain;

namespace PaymentsApp.Mail.Texts;

/// <summary>The values of the placeholders of a mail.</summary>
internal static class MailValues
{
    private const string Cell = "padding:4px 12px 4px 0;border-bottom:1px solid #ddd;text-align:left";
    private const string EndCell = "padding:4px 0 4px 12px;border-bottom:1px solid #ddd;text-align:right;white-space:nowrap";

    /// <summary>What stands in every mail.</summary>
    public static async Task<Dictionary<string, MailValue>> OfAsync(AppDbContext db, int organizationId, DateOnly today, CultureInfo culture, CancellationToken cancel)
    {
        var company = await db.CompanySettings.Select(settings => settings.CompanyName).SingleAsync(cancel);
        var organization = await db.Organizations.Where(found => found.Id == organizationId).Select(found => new { found.Name, found.CustomerNumber }).SingleAsync(cancel);
        return new Dictionary<string, MailValue>
        {
            ["company"] = company,
            ["organization"] = organization.Name,
            ["customer-number"] = organization.CustomerNumber,
            ["today"] = today.ToString("D", culture),
        };
    }

    /// <summary>"USD 100.00 + EUR 5.00".</summary>
    public static string Sum(IEnumerable<Money> amounts, CultureInfo culture) => string.Join(
        " + ", amounts.GroupBy(amount => amount.Currency).OrderBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => MoneyText.WithCode(group.Aggregate(Money.Zero(group.Key), (sum, amount) => sum + amount), culture)));

    /// <summary>A table of invoices: lines in plain text.</summary>
    /// <param name="lines">First line: the titles; amounts stand last.</param>
    public static MailValue Table(IReadOnlyList<IReadOnlyList<string>> lines)
    {
        var html = new StringBuilder("<table style=\"border-collapse:collapse\">");
        foreach (var (index, line) in lines.Index())
        {
            html.Append("<tr>");
            foreach (var (column, cell) in line.Index())
            {
                var tag = index == 0 ? "th" : "td";
                html.Append(CultureInfo.InvariantCulture, $"<{tag} style=\"{(column == line.Count - 1 ? EndCell : Cell)}\">{WebUtility.HtmlEncode(cell)}</{tag}>");
            }

            html.Append("</tr>");
        }

        var text = string.Join('\n', lines.Skip(1).Select(line => $"- {string.Join(", ", line.Where(cell => cell.Length > 0))}"));
        return new MailValue(text, html.Append("</table>").ToString());
    }
}
