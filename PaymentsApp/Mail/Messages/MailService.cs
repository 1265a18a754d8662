using Microsoft.EntityFrameworkCore;
using PaymentsApp.Data;
using PaymentsApp.Domain;
using PaymentsApp.Live;
using PaymentsApp.Security;

namespace PaymentsApp.Mail.Messages;

/// <summary>What a person decides about a mail of the outbox. Finance only; audited. Answers are null when it is done, else a sentence that says why not.</summary>
public sealed class MailService(LiveWrites writes, CurrentUser currentUser, CompanyClock clock)
{
    /// <summary>Takes back what was not sent. Its invoices count as not reminded.</summary>
    /// <exception cref="AccessDeniedException">The person sends no mails.</exception>
    public Task<string?> WithdrawAsync(Guid id, CancellationToken cancel) => ChangeAsync(
        id,
        (mail, recorded) =>
        {
            if (mail.State == MailState.Withdrawn)
            {
                return (null, null);
            }

            if (!mail.CanBeWithdrawn)
            {
                return ("This mail was sent already, or is being sent.", null);
            }

            mail.Withdraw(recorded.At, "Withdrawn by a person.");
            return (null, Outbox.Fact("Withdrawn", mail));
        },
        cancel);

    /// <summary>Sends again what failed, or what may have been sent.</summary>
    /// <exception cref="AccessDeniedException">The person sends no mails.</exception>
    public Task<string?> SendAgainAsync(Guid id, CancellationToken cancel) => ChangeAsync(
        id,
        (mail, recorded) =>
        {
            if (mail.State == MailState.Queued)
            {
                return (null, null);
            }

            if (mail.State is not (MailState.Failed or MailState.Unclear))
            {
                return ("Only a mail that failed, or that may have been sent, is sent again.", null);
            }

            mail.QueueAgain(recorded.At);
            return (null, Outbox.Fact("QueuedAgain", mail));
        },
        cancel);

    /// <summary>A person knows that a mail whose answer was lost has arrived.</summary>
    /// <exception cref="AccessDeniedException">The person sends no mails.</exception>
    public Task<string?> ConfirmSentAsync(Guid id, CancellationToken cancel) => ChangeAsync(
        id,
        (mail, recorded) =>
        {
            if (mail.State == MailState.Sent)
            {
                return (null, null);
            }

            if (mail.State != MailState.Unclear)
            {
                return ("Only a mail that may have been sent is said to be sent.", null);
            }

            mail.Delivered(recorded.At, "A person says that it was sent.");
            return (null, Outbox.Fact("Sent", mail, "a person says so"));
        },
        cancel);

    private Task<string?> ChangeAsync(Guid id, Func<OutgoingMail, Recorded, (string? Refusal, AuditFact? Fact)> change, CancellationToken cancel) => writes.ExecuteAsync(
        async (db, changes, cancel) =>
        {
            var access = await currentUser.RequireAsync(Permission.SendMail, db, cancel);
            await db.LockLedgerHeadAsync(cancel);
            if (await db.OutgoingMails.AsTracking().Include(found => found.Invoices).SingleOrDefaultAsync(found => found.Id == id, cancel) is not { } mail)
            {
                return "There is no such mail.";
            }

            var recorded = clock.RecordedBy(access.UserId);
            var (refusal, fact) = change(mail, recorded);
            if (fact is not null)
            {
                await db.AppendAuditAsync(fact, recorded, cancel);
                await db.SaveChangesAsync(cancel);
                changes.Add(Outbox.ChangeOf(mail));
            }

            return refusal;
        },
        cancel);
}
