using System.Globalization;
using PaymentsApp.Data;
using PaymentsApp.Domain;
using PaymentsApp.Mail.Texts;

namespace PaymentsApp.Mail.Invoices;

/// <summary>The words of a mail with invoices: each with its rows and its total.</summary>
internal static class InvoiceMailText
{
    public static async Task<MailText> WriteAsync(
        AppDbContext db, int organizationId, IReadOnlyList<Invoice> invoices, DateOnly today, CultureInfo culture, CancellationToken cancel)
    {
        var values = await MailValues.OfAsync(db, organizationId, today, culture, cancel);
        values["total"] = MailValues.Sum(invoices.Select(invoice => invoice.Total), culture);
        values["invoices"] = MailValues.Table(
        [
            ["Invoice", "Issued", "Due", "Amount"],
            .. invoices.OrderBy(invoice => invoice.IssuedOn).ThenBy(invoice => invoice.Number, StringComparer.Ordinal).SelectMany(invoice => LinesOf(invoice, culture)),
        ]);
        return MailTemplates.Fill(await MailTemplates.FindAsync(db, MailTextKinds.Invoices, cancel), values);
    }

    private static IEnumerable<IReadOnlyList<string>> LinesOf(Invoice invoice, CultureInfo culture) =>
    [
        [invoice.Number, invoice.IssuedOn.ToString("d", culture), invoice.DueOn.ToString("d", culture), MoneyText.WithCode(invoice.Total, culture)],
        .. invoice.Rows.OrderBy(row => row.LineNumber).Select(row => (IReadOnlyList<string>)
            [string.Empty, row.Description, row.Issue ?? row.Product ?? string.Empty, MoneyText.WithCode(new Money(row.AmountMinor, invoice.Currency), culture)]),
    ];
}
