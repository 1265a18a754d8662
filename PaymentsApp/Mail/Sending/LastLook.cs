using Microsoft.EntityFrameworkCore;
using PaymentsApp.Data;
using PaymentsApp.Domain;
using PaymentsApp.Live;
using PaymentsApp.Mail.Reminders;

namespace PaymentsApp.Mail.Sending;

/// <summary>
/// Right before a mail goes out, in the transaction that claims it: whether it is still true. What was settled while it could not be withdrawn,
/// because it was on its way or its fate unknown, is found here.
/// </summary>
internal static class LastLook
{
    /// <summary>Rewrites it with the figures of now; withdraws it when there is nothing left to tell.</summary>
    /// <returns>False when it was withdrawn.</returns>
    public static async Task<bool> IsStillTrueAsync(AppDbContext db, OutgoingMail mail, CompanyClock clock, ICollection<PaymentChange> changes, CancellationToken cancel)
    {
        if (mail.Kind is not (MailKind.Reminder or MailKind.Receipt))
        {
            return true;
        }

        await db.LockLedgerHeadAsync(cancel); // whoever settles or reverses holds it until the commit
        if (mail.Kind == MailKind.Reminder)
        {
            await db.MailInvoices.AsTracking().Where(named => named.MailId == mail.Id).LoadAsync(cancel); // become the mail's
            await ReminderWithdrawal.FollowAsync(db, mail, clock, changes, cancel);
        }
        else if (mail.PaymentId is { } paymentId && await db.Reversals.AnyAsync(reversal => reversal.PaymentId == paymentId, cancel))
        {
            var recorded = clock.RecordedBy(SystemUser.Id);
            mail.Withdraw(recorded.At, "The payment was reversed before it was sent.");
            await db.AppendAuditAsync(Outbox.Fact("Withdrawn", mail, "the payment was reversed"), recorded, cancel);
            changes.Add(Outbox.ChangeOf(mail));
        }

        return mail.State != MailState.Withdrawn;
    }
}
