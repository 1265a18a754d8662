using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using PaymentsApp.Data;
using PaymentsApp.Domain;
using PaymentsApp.Live;
using PaymentsApp.Security;

namespace PaymentsApp.Mail.Texts;

/// <summary>The words of the company's mails. Administrators only; audited. Answers are null when it is done, else a sentence that says why not.</summary>
public sealed class MailTextService(IDbContextFactory<AppDbContext> contexts, LiveWrites writes, CurrentUser currentUser, CompanyClock clock)
{
    /// <exception cref="AccessDeniedException">Administrators only.</exception>
    public async Task<IReadOnlyList<MailTextForm>> ListAsync(CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        await currentUser.RequireAsync(Permission.Administer, db, cancel);
        var own = await db.MailTemplates.AsNoTracking().ToDictionaryAsync(template => template.Name, cancel);
        return
        [
            .. MailTextKinds.All.Select(kind => own.GetValueOrDefault(kind.Name) is { } words
                ? new MailTextForm(kind, new MailText(words.Subject, words.Text, words.Html), IsOwn: true)
                : new MailTextForm(kind, kind.Default, IsOwn: false)),
        ];
    }

    /// <summary>Uses these words from now on; null for the program's own.</summary>
    /// <exception cref="AccessDeniedException">Administrators only.</exception>
    public Task<string?> SaveAsync(string name, MailText? words, CancellationToken cancel) => writes.ExecuteAsync(
        async (db, changes, cancel) =>
        {
            var access = await currentUser.RequireAsync(Permission.Administer, db, cancel);
            await db.LockLedgerHeadAsync(cancel);
            if (MailTextKinds.All.FirstOrDefault(found => found.Name == name) is not { } kind)
            {
                return "There is no such text.";
            }

            if (words is not null && MailTemplates.ProblemOf(kind, words) is { } problem)
            {
                return problem;
            }

            var own = await db.MailTemplates.AsTracking().SingleOrDefaultAsync(found => found.Name == name, cancel);
            var before = own is null ? null : new MailText(own.Subject, own.Text, own.Html);
            if (before == words)
            {
                return (string?)null;
            }

            if (own is null)
            {
                db.MailTemplates.Add(new MailTemplate(name, words!.Subject, words.Text, words.Html));
            }
            else if (words is null)
            {
                db.MailTemplates.Remove(own);
            }
            else
            {
                own.Edit(words.Subject, words.Text, words.Html);
            }

            await db.AppendAuditAsync(
                new AuditFact("MailTextChanged", "Settings", name, JsonSerializer.Serialize(new { text = name, before, after = words }, JsonSerializerOptions.Web)),
                clock.RecordedBy(access.UserId), cancel);
            await db.SaveChangesAsync(cancel);
            changes.Add(PaymentChange.Everything);
            return null;
        },
        cancel);

    /// <summary>How a mail with these words would look; of a client that does not exist.</summary>
    /// <exception cref="AccessDeniedException">Administrators only.</exception>
    public async Task<MailText> PreviewAsync(MailText words, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        await currentUser.RequireAsync(Permission.Administer, db, cancel);
        var company = await db.CompanySettings.Select(settings => settings.CompanyName).SingleAsync(cancel);
        return MailTemplates.Fill(words, new Dictionary<string, MailValue>
        {
            ["company"] = company,
            ["organization"] = "Bell & Sons",
            ["customer-number"] = "C-01234",
            ["today"] = clock.Today.ToString("D", System.Globalization.CultureInfo.CurrentCulture),
            ["total"] = "USD 1,250.00",
            ["level"] = "1",
            ["payment"] = "P-000123",
            ["amount"] = "USD 1,250.00",
            ["received"] = clock.Today.ToString("D", System.Globalization.CultureInfo.CurrentCulture),
            ["invoices"] = MailValues.Table([["Invoice", "Issued", "Due", "Amount"], ["INV-1001", "1/2/2026", "2/1/2026", "USD 900.00"], ["INV-1007", "1/9/2026", "2/8/2026", "USD 350.00"]]),
        });
    }
}
