using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using PaymentsApp.Data;
using PaymentsApp.Domain;
using PaymentsApp.Live;
using PaymentsApp.Mail.Sending;
using PaymentsApp.Security;

namespace PaymentsApp.Mail.Server;

/// <summary>The mail server, the switch, and a test mail. Administrators only; audited, without the password.</summary>
public sealed class MailSettingsService(
    IDbContextFactory<AppDbContext> contexts, LiveWrites writes, CurrentUser currentUser, MailAccounts accounts, SmtpPost post, CompanyClock clock)
{
    /// <exception cref="AccessDeniedException">Administrators only.</exception>
    public async Task<MailServerForm> FindAsync(CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        await currentUser.RequireAsync(Permission.Administer, db, cancel);
        return await db.MailSettings.AsNoTracking().SingleOrDefaultAsync(cancel) is { } settings ? FormOf(settings) : MailServerForm.Empty;
    }

    /// <summary>Keeps the server and the sender.</summary>
    /// <param name="form">The switch in it is not looked at.</param>
    /// <param name="password">Null keeps the one that is there.</param>
    /// <param name="cancel">Stops before the commit.</param>
    /// <returns>Null when it is saved, else a sentence that says why not.</returns>
    /// <exception cref="AccessDeniedException">Administrators only.</exception>
    public Task<string?> SaveAsync(MailServerForm form, string? password, CancellationToken cancel)
    {
        form = MailServerChecks.Trimmed(form);
        password = string.IsNullOrEmpty(password) ? null : password;

        // Before the transaction: the first use of the program's keys writes them, and would wait for it.
        var replaced = password is null ? null : accounts.Protect(password);
        return ChangeAsync((db, settings) => Save(db, settings, form, password, replaced), cancel);
    }

    /// <summary>Lets mails go out, or stops them at once: what is queued waits.</summary>
    /// <returns>Null when it is done, else a sentence that says why not.</returns>
    /// <exception cref="AccessDeniedException">Administrators only.</exception>
    public Task<string?> SwitchAsync(bool isOn, CancellationToken cancel) => ChangeAsync(
        (_, settings) =>
        {
            if (settings is null)
            {
                return ("Set up the mail server first.", null);
            }

            if (settings.IsOn == isOn)
            {
                return (null, null);
            }

            settings.Switch(isOn);
            return (null, new AuditFact("MailSwitched", "Settings", "mail", JsonSerializer.Serialize(new { before = new { isOn = !isOn }, after = new { isOn } })));
        },
        cancel);

    /// <summary>Sends a test mail with what is saved, on or off, and says what the server answered.</summary>
    /// <exception cref="AccessDeniedException">Administrators only.</exception>
    public async Task<SmtpAnswer> TestAsync(string to, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        await currentUser.RequireAsync(Permission.Administer, db, cancel);
        if (MailAddresses.Read(to) is not [var address])
        {
            return new SmtpAnswer(MailResult.Refused, "This is no mail address. Nothing was sent.");
        }

        if (await db.MailSettings.AsNoTracking().SingleOrDefaultAsync(cancel) is not { } settings)
        {
            return new SmtpAnswer(MailResult.Refused, "Save the mail server first. Nothing was sent.");
        }

        var company = await db.CompanySettings.Select(found => found.CompanyName).SingleAsync(cancel);
        if (accounts.Find(settings) is not { } account)
        {
            return new SmtpAnswer(MailResult.Refused, "The kept password can no longer be read. Type it again and save. Nothing was sent.");
        }

        var sentence = $"This is a test mail of {company}. If you can read it, the settings are right.";
        var text = new MailText($"Test mail of {company}", sentence, $"<p>{System.Net.WebUtility.HtmlEncode(sentence)}</p>");
        return await post.SendAsync(account, new SmtpMail($"{Guid.CreateVersion7(clock.Now):N}@{account.Domain}", [address], text, []), cancel);
    }

    private static (string? Refusal, AuditFact? Fact) Save(AppDbContext db, MailSettings? settings, MailServerForm form, string? password, string? replaced)
    {
        if (MailServerChecks.ProblemOf(form, settings, password) is { } problem)
        {
            return (problem, null);
        }

        var before = settings is null ? null : FormOf(settings);
        if (settings is null)
        {
            settings = new MailSettings();
            db.MailSettings.Add(settings);
        }

        var kept = form.UserName is null ? null : replaced ?? settings.ProtectedPassword;
        settings.UseServer(form.Host, form.Port, form.UsesTls, form.UserName, kept);
        settings.SendAs(form.SenderName, form.SenderAddress, form.ReplyTo);
        var after = FormOf(settings);
        return (null, before == after && password is null ? null : new AuditFact(
            "MailSettingsChanged", "Settings", "mail", JsonSerializer.Serialize(new { before, after, isPasswordNew = password is not null }, JsonSerializerOptions.Web)));
    }

    private static MailServerForm FormOf(MailSettings settings) => new(
        settings.Host, settings.Port, settings.UsesTls, settings.UserName, settings.SenderName, settings.SenderAddress, settings.ReplyTo)
    {
        IsOn = settings.IsOn,
        HasPassword = settings.ProtectedPassword is not null,
    };

    // The body answers a refusal, or the fact to note; neither when nothing changes.
    private Task<string?> ChangeAsync(Func<AppDbContext, MailSettings?, (string? Refusal, AuditFact? Fact)> body, CancellationToken cancel) =>
        writes.ExecuteAsync(
            async (db, changes, stop) =>
            {
                await db.LockLedgerHeadAsync(stop);
                var access = await currentUser.RequireAsync(Permission.Administer, db, stop);
                var (refusal, fact) = body(db, await db.MailSettings.AsTracking().SingleOrDefaultAsync(stop));
                if (refusal is null && fact is not null)
                {
                    await db.AppendAuditAsync(fact, clock.RecordedBy(access.UserId), stop);
                    await db.SaveChangesAsync(stop);
                    changes.Add(PaymentChange.Everything);
                }

                return refusal;
            },
            cancel);
}
