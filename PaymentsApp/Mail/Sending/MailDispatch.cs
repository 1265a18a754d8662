using System.Globalization;
using Microsoft.EntityFrameworkCore;
using PaymentsApp.Data;
using PaymentsApp.Domain;
using PaymentsApp.Live;

namespace PaymentsApp.Mail.Sending;

/// <summary>
/// Sends what waits in the outbox. A mail is claimed in one transaction, sent outside of any, and its result written in another: one sender over
/// all processes. Between the two the process may end; such a mail may have been sent, and a person is asked instead of sending it again.
/// </summary>
internal sealed class MailDispatch(
    IDbContextFactory<AppDbContext> contexts, LiveWrites writes, SmtpPost post, MailAccounts accounts, IServiceScopeFactory scopes, CompanyClock clock, ILogger<MailDispatch> logger)
{
    /// <summary>Longer than any attempt takes.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromMinutes(10);

    /// <summary>The pauses between attempts; after the last one the mail has failed.</summary>
    public static readonly IReadOnlyList<TimeSpan> Pauses =
        [TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(30), TimeSpan.FromHours(2), TimeSpan.FromHours(6), TimeSpan.FromHours(12)];

    private const int AtOnce = 20;

    private readonly ILogger _logger = logger;

    /// <summary>Sends what is due, until nothing is, or mails are switched off.</summary>
    /// <param name="stop">Stops between two mails; the one that is on its way is finished.</param>
    /// <returns>How many attempts were made.</returns>
    internal async Task<int> SendDueAsync(CancellationToken stop)
    {
        await SettleLostAsync(stop);
        var attempts = 0;
        while (!stop.IsCancellationRequested)
        {
            var due = await DueAsync(stop);
            var before = attempts;
            foreach (var id in due)
            {
                if (stop.IsCancellationRequested)
                {
                    break;
                }

                attempts += await SendAsync(id) ? 1 : 0;
            }

            if (attempts == before)
            {
                break;
            }
        }

        return attempts;
    }

    private async Task<List<Guid>> DueAsync(CancellationToken stop)
    {
        var now = clock.Now;
        await using var db = await contexts.CreateDbContextAsync(stop);
        return await db.MailSettings.AnyAsync(settings => settings.IsOn, stop)
            ? await db.OutgoingMails.Where(mail => mail.State == MailState.Queued && mail.NextAttemptAt <= now)
                .OrderBy(mail => mail.NextAttemptAt).Select(mail => mail.Id).Take(AtOnce).ToListAsync(stop)
            : [];
    }

    private async Task<bool> SendAsync(Guid id)
    {
        var made = await FilesAsync(id);
        if (await ClaimAsync(id, made) is not var (mail, attemptId, settings))
        {
            return false;
        }

        // Outside of the transaction: the program's keys are in the same database, and may be written when they are first used.
        var account = accounts.Find(settings);

        // Without a token: what has begun is seen to its end, and its result written.
        var answer = account is null ? new SmtpAnswer(MailResult.Deferred, "The password of the mail server can no longer be read. Type it again in Settings.")
            : mail.Attachments.Any(file => file.Bytes is null) ? new SmtpAnswer(MailResult.Deferred, "A file of the mail could not be made.")
            : await post.SendAsync(account, WireOf(mail), CancellationToken.None);
        await RecordAsync(id, attemptId, answer);
        return true;
    }

    private static SmtpMail WireOf(OutgoingMail mail) => new(
        mail.MessageId!, MailAddresses.Read(mail.Recipients) ?? [], new MailText(mail.Subject, mail.Text, mail.Html),
        [.. mail.Attachments.OrderBy(file => file.Position).Select(file => (file.FileName, file.ContentType, file.Bytes!))]);

    // Before the claim, since making one takes time and may fail.
    private async Task<IReadOnlyDictionary<int, byte[]>> FilesAsync(Guid id)
    {
        await using var db = await contexts.CreateDbContextAsync();
        var missing = await db.MailAttachments.AsNoTracking().Where(file => file.MailId == id && file.Bytes == null).ToListAsync();
        var made = new Dictionary<int, byte[]>();
        if (missing.Count == 0)
        {
            return made;
        }

        var culture = CultureInfo.GetCultureInfo(await db.OutgoingMails.Where(mail => mail.Id == id).Select(mail => mail.Culture).SingleAsync());
        await using var scope = scopes.CreateAsyncScope();
        var makers = scope.ServiceProvider.GetServices<IMailFileMaker>().ToDictionary(maker => maker.Name);
        foreach (var file in missing)
        {
            try
            {
                if (makers.TryGetValue(file.MadeBy!, out var maker) && await maker.MakeAsync(file.MadeFrom!, culture, CancellationToken.None) is { } bytes)
                {
                    made.Add(file.Position, bytes);
                }
                else
                {
                    _logger.FileNotMade(null, id);
                }
            }
            catch (Exception e)
            {
                _logger.FileNotMade(e, id);
            }
        }

        return made;
    }

    private Task<(OutgoingMail Mail, Guid AttemptId, MailSettings Settings)?> ClaimAsync(Guid id, IReadOnlyDictionary<int, byte[]> files) =>
        writes.ExecuteAsync<(OutgoingMail, Guid, MailSettings)?>(
            async (db, changes, cancel) =>
            {
                // Read in the transaction: switched off is off for the very next mail.
                if (await db.MailSettings.AsNoTracking().SingleOrDefaultAsync(cancel) is not { IsOn: true } settings
                    || await db.OutgoingMails.AsTracking().Include(mail => mail.Attachments).SingleOrDefaultAsync(mail => mail.Id == id, cancel) is not { State: MailState.Queued } mail)
                {
                    return null;
                }

                if (!await LastLook.IsStillTrueAsync(db, mail, clock, changes, cancel))
                {
                    await db.SaveChangesAsync(cancel);
                    return null;
                }

                foreach (var file in mail.Attachments.Where(file => file.Bytes is null && files.ContainsKey(file.Position)))
                {
                    file.Keep(files[file.Position]);
                }

                var now = clock.Now;
                var attempt = new MailAttempt(Guid.CreateVersion7(now), id, now);
                mail.Claim(now + Lease, $"{id:N}@{settings.SenderAddress[(settings.SenderAddress.IndexOf('@', StringComparison.Ordinal) + 1)..]}");
                db.MailAttempts.Add(attempt);
                await db.SaveChangesAsync(cancel);
                changes.Add(Outbox.ChangeOf(mail));
                return (mail, attempt.Id, settings);
            },
            CancellationToken.None);

    private async Task RecordAsync(Guid id, Guid attemptId, SmtpAnswer answer)
    {
        var attempts = await writes.ExecuteAsync(
            async (db, changes, cancel) =>
            {
                await db.LockLedgerHeadAsync(cancel); // before the mail, as everybody who withdraws one
                var mail = await db.OutgoingMails.AsTracking().SingleAsync(mail => mail.Id == id, cancel);
                var attempt = await db.MailAttempts.AsTracking().SingleAsync(attempt => attempt.Id == attemptId, cancel);
                var recorded = clock.RecordedBy(SystemUser.Id);
                attempt.Finish(recorded.At, answer.Result, answer.Text);
                if (mail.State == MailState.Sending)
                {
                    await SettleAsync(db, mail, answer, recorded, cancel);
                }

                await db.SaveChangesAsync(cancel);
                changes.Add(Outbox.ChangeOf(mail));
                return mail.Attempts;
            },
            CancellationToken.None);
        _logger.Tried(id, answer.Result, attempts);
    }

    private static Task SettleAsync(AppDbContext db, OutgoingMail mail, SmtpAnswer answer, Recorded recorded, CancellationToken cancel)
    {
        switch (answer.Result)
        {
            case MailResult.Accepted:
                mail.Delivered(recorded.At, answer.Text);
                return db.AppendAuditAsync(Outbox.Fact("Sent", mail), recorded, cancel);
            case MailResult.Unclear:
                mail.Lose(recorded.At, answer.Text);
                return db.AppendAuditAsync(Outbox.Fact("Lost", mail), recorded, cancel);
            case MailResult.Deferred when mail.Attempts <= Pauses.Count:
                mail.TryAgain(recorded.At + Pauses[mail.Attempts - 1], answer.Text);
                return Task.CompletedTask;
            default:
                mail.Fail(recorded.At, answer.Text);
                return db.AppendAuditAsync(Outbox.Fact("Failed", mail), recorded, cancel);
        }
    }

    // A process ended while it sent: whether the mail went out, nobody knows.
    private async Task SettleLostAsync(CancellationToken stop)
    {
        var now = clock.Now;
        await using var db = await contexts.CreateDbContextAsync(stop);
        var lost = await db.OutgoingMails.Where(mail => mail.State == MailState.Sending && mail.LeasedUntil < now).OrderBy(mail => mail.LeasedUntil).Select(mail => mail.Id).Take(AtOnce).ToListAsync(stop);
        foreach (var id in lost)
        {
            var isLost = await writes.ExecuteAsync(
                async (db, changes, cancel) =>
                {
                    await db.LockLedgerHeadAsync(cancel);
                    var mail = await db.OutgoingMails.AsTracking().SingleAsync(mail => mail.Id == id, cancel);
                    if (mail.State != MailState.Sending || mail.LeasedUntil >= now)
                    {
                        return false;
                    }

                    var recorded = clock.RecordedBy(SystemUser.Id);
                    mail.Lose(recorded.At, "The program ended while it was sending.");
                    await db.AppendAuditAsync(Outbox.Fact("Lost", mail), recorded, cancel);
                    await db.SaveChangesAsync(cancel);
                    changes.Add(Outbox.ChangeOf(mail));
                    return true;
                },
                stop);
            if (isLost)
            {
                _logger.Lost(id);
            }
        }
    }
}
