using System.Globalization;
using Microsoft.EntityFrameworkCore;
using PaymentsApp.Data;
using PaymentsApp.Domain;
using PaymentsApp.Live;

namespace PaymentsApp.Mail.Reminders;

/// <summary>Makes the mail of one proposal, inside a transaction. What was paid or reminded since it was proposed is left out.</summary>
internal static class ReminderRelease
{
    /// <summary>The most invoices in one mail; what is left comes with the next release.</summary>
    private const int InvoicesMax = 200;

    /// <returns>True when a mail is queued, false when nothing is due any more, null when nobody has an address.</returns>
    public static async Task<bool?> QueueAsync(
        AppDbContext db, ReminderKey key, CompanyClock clock, string userId, CultureInfo culture, ICollection<PaymentChange> changes, CancellationToken cancel)
    {
        var policies = await DueReminders.PoliciesAsync(db, cancel);
        var own = await db.OrganizationReminders.AsNoTracking().SingleOrDefaultAsync(found => found.OrganizationId == key.OrganizationId, cancel);
        var policy = own is null ? policies[0] : policies.Find(found => found.Id == own.PolicyId && own.PolicyId is not null);
        if (policy?.Levels.FirstOrDefault(found => found.Number == key.Level) is not { } level)
        {
            return false;
        }

        var due = DueReminders.InvoicesOf(db, policy, level, clock.Today, clock.Now).Where(invoice => invoice.OrganizationId == key.OrganizationId);
        var ids = await due.OrderBy(invoice => invoice.DueOn).ThenBy(invoice => invoice.Id).Select(invoice => invoice.Id).Take(InvoicesMax).ToListAsync(cancel);

        // Locked, then asked again: nothing is paid or reminded between here and the commit.
        var locked = await db.LockInvoicesAsync(ids, cancel);
        await db.LockLedgerHeadAsync(cancel);
        var still = await due.Where(invoice => ids.Contains(invoice.Id)).Select(invoice => invoice.Id).ToListAsync(cancel);
        if (still.Count == 0)
        {
            return false;
        }

        var to = await MailRecipients.OfAsync(db, key.OrganizationId, level.ContactRole, cancel);
        if (to.Count == 0)
        {
            return null;
        }

        var invoices = still.Select(id => locked[id]).ToList();
        var recorded = clock.RecordedBy(userId);
        var words = await ReminderText.WriteAsync(db, key.OrganizationId, level.Tone, level.Number, invoices, clock.Today, culture, cancel);
        await Outbox.QueueAsync(
            db,
            new NewMail(Guid.CreateVersion7(recorded.At), MailKind.Reminder, key.OrganizationId, to, words, culture) { ReminderLevel = level.Number, Invoices = invoices },
            recorded, changes, cancel);
        await db.SaveChangesAsync(cancel);
        return true;
    }
}
