using System.Globalization;
using PaymentsApp.Data;
using PaymentsApp.Domain;
using PaymentsApp.Mail.Texts;

namespace PaymentsApp.Mail.Reminders;

/// <summary>The words of a reminder.</summary>
internal static class ReminderText
{
    /// <summary>Written from what is open now.</summary>
    public static async Task<MailText> WriteAsync(
        AppDbContext db, int organizationId, ReminderTone tone, int level, IReadOnlyList<Invoice> invoices, DateOnly today, CultureInfo culture, CancellationToken cancel)
    {
        var kind = MailTextKinds.Of(tone);
        var values = await MailValues.OfAsync(db, organizationId, today, culture, cancel);
        values["level"] = level.ToString(culture);
        values["total"] = MailValues.Sum(invoices.Select(invoice => invoice.Outstanding), culture);
        values["invoices"] = MailValues.Table(
        [
            ["Invoice", "Issued", "Due", "Open"],
            .. invoices.OrderBy(invoice => invoice.DueOn).ThenBy(invoice => invoice.Number, StringComparer.Ordinal).Select(invoice => (IReadOnlyList<string>)
                [invoice.Number, invoice.IssuedOn.ToString("d", culture), invoice.DueOn.ToString("d", culture), MoneyText.WithCode(invoice.Outstanding, culture)]),
        ]);
        return MailTemplates.Fill(await MailTemplates.FindAsync(db, kind, cancel), values);
    }
}
