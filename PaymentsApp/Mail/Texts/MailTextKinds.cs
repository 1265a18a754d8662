using System.Diagnostics;
using System.Net;
using PaymentsApp.Domain;

namespace PaymentsApp.Mail.Texts;

/// <summary>The texts of all mails, and the program's own words for each.</summary>
public static class MailTextKinds
{
    private static readonly string[] OfAll = ["company", "organization", "customer-number", "today"];

    public static MailTextKind Statement { get; } = Kind(
        "statement", "Statement", ["total"], "Statement of {organization} as of {today}",
        "Dear Sir or Madam,", "attached is the statement of your account (customer number {customer-number}) as of {today}.", "Open: {total}",
        "If something on it is not right, please answer this mail.", "Kind regards", "{company}");

    public static MailTextKind Receipt { get; } = Kind(
        "receipt", "Receipt", ["payment", "amount", "received"], "Receipt {payment} of {company}",
        "Dear Sir or Madam,", "thank you: we received {amount} on {received}. The receipt is attached.", "Kind regards", "{company}");

    public static MailTextKind Invoices { get; } = Kind(
        "invoices", "Invoices", ["invoices", "total"], "Invoices of {company}",
        "Dear Sir or Madam,", "these are your invoices (customer number {customer-number}):", "{invoices}", "Total: {total}", "Kind regards", "{company}");

    private static MailTextKind Friendly { get; } = Kind(
        "reminder-friendly", "Reminder: friendly", ["invoices", "total", "level"], "Friendly reminder from {company}",
        "Dear Sir or Madam,", "these invoices are due and still open with us. They may have been overlooked:", "{invoices}", "Open: {total}",
        "If you have paid meanwhile, please take no notice of this mail.", "Kind regards", "{company}");

    private static MailTextKind Firm { get; } = Kind(
        "reminder-firm", "Reminder: firm", ["invoices", "total", "level"], "Reminder: invoices of {company} are overdue",
        "Dear Sir or Madam,", "we have reminded you before. These invoices are still open:", "{invoices}", "Open: {total}",
        "Please pay within ten days, or tell us today what keeps you from it.", "Kind regards", "{company}");

    private static MailTextKind Final { get; } = Kind(
        "reminder-final", "Reminder: final", ["invoices", "total", "level"], "Final reminder from {company}",
        "Dear Sir or Madam,", "in spite of our reminders these invoices are still open:", "{invoices}", "Open: {total}",
        "If nothing arrives within seven days, we take no further bookings and hand the matter on.", "{company}");

    /// <summary>In the order in which they are shown.</summary>
    public static IReadOnlyList<MailTextKind> All { get; } = [Statement, Friendly, Firm, Final, Receipt, Invoices];

    public static MailTextKind Of(ReminderTone tone) => tone switch
    {
        ReminderTone.Friendly => Friendly,
        ReminderTone.Firm => Firm,
        ReminderTone.Final => Final,
        _ => throw new UnreachableException($"{tone}"),
    };

    // A list stands alone; everything else is a paragraph.
    private static MailTextKind Kind(string name, string title, string[] placeholders, string subject, params string[] paragraphs) => new(
        name, title, [.. OfAll, .. placeholders],
        new MailText(
            subject, string.Join("\n\n", paragraphs),
            string.Join('\n', paragraphs.Select(paragraph => paragraph == "{invoices}" ? paragraph : $"<p>{WebUtility.HtmlEncode(paragraph)}</p>"))));
}
