using Microsoft.EntityFrameworkCore;
using PaymentsApp.Data;
using PaymentsApp.Domain;
using PaymentsApp.Security;

namespace PaymentsApp.Mail.Messages;

/// <summary>What is in the outbox. Finance only.</summary>
public sealed class MailQueries(IDbContextFactory<AppDbContext> contexts, CurrentUser currentUser, CompanyClock clock)
{
    /// <summary>How many mails are listed.</summary>
    public const int RowsMax = 200;

    /// <summary>The latest mails.</summary>
    /// <exception cref="AccessDeniedException">The person sends no mails.</exception>
    public async Task<IReadOnlyList<MailRow>> ListAsync(MailFilter filter, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        await currentUser.RequireAsync(Permission.SendMail, db, cancel);
        var mails = db.OutgoingMails.AsQueryable();
        mails = filter.Kind is { } kind ? mails.Where(mail => mail.Kind == kind) : mails;
        mails = filter.NeedsAttention ? mails.Where(mail => mail.State == MailState.Failed || mail.State == MailState.Unclear) : mails;
        mails = filter.MailingId is { } mailing ? mails.Where(mail => mail.MailingId == mailing) : mails;
        return [.. (await RowsOf(db, mails).Take(RowsMax).ToListAsync(cancel)).Select(OnCompanyClock)];
    }

    /// <summary>One mail; null when there is none.</summary>
    /// <exception cref="AccessDeniedException">The person sends no mails.</exception>
    public async Task<MailDetails?> FindAsync(Guid id, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        await currentUser.RequireAsync(Permission.SendMail, db, cancel);
        if (await RowsOf(db, db.OutgoingMails.Where(mail => mail.Id == id)).SingleOrDefaultAsync(cancel) is not { } row)
        {
            return null;
        }

        var words = await db.OutgoingMails.Where(mail => mail.Id == id).Select(mail => new { mail.Text, mail.MessageId }).SingleAsync(cancel);
        var files = await db.MailAttachments.Where(file => file.MailId == id).OrderBy(file => file.Position).Select(file => file.FileName).ToListAsync(cancel);
        var attempts = await db.MailAttempts.AsNoTracking().Where(attempt => attempt.MailId == id).OrderBy(attempt => attempt.StartedAt).ThenBy(attempt => attempt.Id).ToListAsync(cancel);
        return new MailDetails(
            OnCompanyClock(row), words.Text, words.MessageId, files,
            [.. attempts.Select(attempt => new MailTry(clock.LocalOf(attempt.StartedAt), attempt.Result, attempt.Answer))]);
    }

    private static IQueryable<MailRow> RowsOf(AppDbContext db, IQueryable<OutgoingMail> mails) =>
        from mail in mails
        join user in db.Users on mail.QueuedById equals user.Id
        join organization in db.Organizations on mail.OrganizationId equals (int?)organization.Id into organizations
        from organization in organizations.DefaultIfEmpty()
        orderby mail.QueuedAt descending, mail.Id descending
        select new MailRow(
            mail.Id, mail.Kind, mail.State, mail.ReminderLevel, mail.OrganizationId, organization.Name, mail.Recipients, mail.Subject, mail.QueuedAt, user.DisplayName,
            mail.FinishedAt, mail.NextAttemptAt, mail.Attempts, mail.Note);

    private MailRow OnCompanyClock(MailRow row) => row with
    {
        QueuedAt = clock.LocalOf(row.QueuedAt),
        FinishedAt = row.FinishedAt is { } at ? clock.LocalOf(at) : null,
        NextAttemptAt = clock.LocalOf(row.NextAttemptAt),
    };
}
