using Microsoft.EntityFrameworkCore;
using PaymentsApp.Data;
using PaymentsApp.Domain;

namespace PaymentsApp.Mail.Reminders;

/// <summary>Which invoices are due for which level: overdue long enough, not disputed, the level before reminded long enough ago, this one not at all.</summary>
internal static class DueReminders
{
    /// <summary>All policies, the default one first; the usual one where none is kept.</summary>
    public static async Task<List<ReminderPolicy>> PoliciesAsync(AppDbContext db, CancellationToken cancel)
    {
        var kept = await db.ReminderPolicies.AsNoTracking().OrderByDescending(policy => policy.IsDefault).ThenBy(policy => policy.Id).ToListAsync(cancel);
        return kept.Exists(policy => policy.IsDefault) ? kept : [ReminderPolicy.Usual(), .. kept];
    }

    /// <summary>The invoices of a policy's organizations that are due for one of its levels.</summary>
    public static IQueryable<Invoice> InvoicesOf(AppDbContext db, ReminderPolicy policy, ReminderLevel level, DateOnly today, DateTime now)
    {
        var dueBefore = today.AddDays(-level.DaysAfterDue);
        var number = level.Number;
        var before = policy.Levels.FirstOrDefault(found => found.Number == number - 1);

        // A level follows the one before after as many days as lie between them, also where the first one came late.
        var remindedBefore = now.AddDays(-(level.DaysAfterDue - (before?.DaysAfterDue ?? 0))).AddHours(12);
        var policyId = policy.Id;
        var isDefault = policy.IsDefault;
        var invoices = db.Invoices.Where(invoice => invoice.OutstandingMinor > 0 && invoice.DueOn <= dueBefore
            && !db.Disputes.Any(dispute => dispute.InvoiceId == invoice.Id && dispute.ClosedAt == null)
            && !db.MailInvoices.Any(reminded => reminded.InvoiceId == invoice.Id && reminded.Level >= number && reminded.TakenOutAt == null)
            && (number == 1 || db.MailInvoices.Any(reminded => reminded.InvoiceId == invoice.Id && reminded.Level == number - 1 && reminded.TakenOutAt == null
                && db.OutgoingMails.Any(mail => mail.Id == reminded.MailId && mail.State == MailState.Sent && mail.FinishedAt <= remindedBefore))));
        return isDefault
            ? invoices.Where(invoice => !db.OrganizationReminders.Any(own => own.OrganizationId == invoice.OrganizationId))
            : invoices.Where(invoice => db.OrganizationReminders.Any(own => own.OrganizationId == invoice.OrganizationId && own.PolicyId == policyId));
    }
}
