using System.Globalization;
using Microsoft.EntityFrameworkCore;
using PaymentsApp.Data;
using PaymentsApp.Domain;
using PaymentsApp.Live;
using PaymentsApp.Security;

namespace PaymentsApp.Mail.Invoices;

/// <summary>Invoices by mail: what was sent to whom, and sending it (again). Finance only.</summary>
public sealed class InvoiceMailService(IDbContextFactory<AppDbContext> contexts, LiveWrites writes, CurrentUser currentUser, CompanyClock clock)
{
    /// <summary>How many batches are listed, of each kind.</summary>
    public const int BatchesMax = 100;

    /// <summary>How many invoices of a batch are shown, and sent at once.</summary>
    public const int InvoicesMax = 500;

    /// <summary>Imports and mailings, the latest first.</summary>
    /// <exception cref="AccessDeniedException">The person sends no mails.</exception>
    public async Task<IReadOnlyList<InvoiceBatchRow>> BatchesAsync(CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        await currentUser.RequireAsync(Permission.SendMail, db, cancel);
        var imports = await (
            from batch in db.InvoiceBatches
            join user in db.Users on batch.CreatedById equals user.Id
            orderby batch.Id descending
            select new InvoiceBatchRow(batch.Id, null, batch.Name, batch.CreatedAt, user.DisplayName, db.Invoices.Count(invoice => invoice.BatchId == batch.Id)))
            .Take(BatchesMax).ToListAsync(cancel);
        var mailings = await (
            from mailing in db.Mailings
            join user in db.Users on mailing.CreatedById equals user.Id
            orderby mailing.CreatedAt descending
            select new InvoiceBatchRow(null, mailing.Id, mailing.Name, mailing.CreatedAt, user.DisplayName,
                db.MailInvoices.Count(named => db.OutgoingMails.Any(mail => mail.Id == named.MailId && mail.MailingId == mailing.Id))))
            .Take(BatchesMax).ToListAsync(cancel);
        return [.. imports.Concat(mailings).OrderByDescending(row => row.At).Select(row => row with { At = clock.LocalOf(row.At) })];
    }

    /// <summary>The invoices of a batch, each with its last mail; none when there is no such batch.</summary>
    /// <param name="batchId">Of an import; null for a mailing.</param>
    /// <param name="mailingId">Of a mailing; null for an import.</param>
    /// <param name="cancel">Stops reading.</param>
    /// <exception cref="AccessDeniedException">The person sends no mails.</exception>
    public async Task<IReadOnlyList<BatchInvoice>> InvoicesAsync(int? batchId, Guid? mailingId, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        await currentUser.RequireAsync(Permission.SendMail, db, cancel);
        var chosen = batchId is { } id
            ? db.Invoices.Where(invoice => invoice.BatchId == id)
            : db.Invoices.Where(invoice => db.MailInvoices.Any(named => named.InvoiceId == invoice.Id
                && db.OutgoingMails.Any(mail => mail.Id == named.MailId && mail.MailingId != null && mail.MailingId == mailingId)));
        var rows = await (
            from invoice in chosen
            join organization in db.Organizations on invoice.OrganizationId equals organization.Id
            orderby invoice.Id
            select new { invoice.Id, invoice.Number, invoice.OrganizationId, organization.Name, invoice.DueOn, invoice.TotalMinor, invoice.OutstandingMinor, invoice.Currency })
            .Take(InvoicesMax).ToListAsync(cancel);
        var ids = rows.ConvertAll(row => row.Id);
        var mails = (await (
            from named in db.MailInvoices
            where ids.Contains(named.InvoiceId)
            join mail in db.OutgoingMails on named.MailId equals mail.Id
            where mail.Kind == MailKind.Invoices
            select new { named.InvoiceId, mail.Id, mail.Recipients, mail.State, mail.QueuedAt, mail.FinishedAt }).ToListAsync(cancel))
            .GroupBy(mail => mail.InvoiceId).ToDictionary(group => group.Key, group => group.MaxBy(mail => mail.QueuedAt)!);
        return
        [
            .. rows.Select(row =>
            {
                var mail = mails.GetValueOrDefault(row.Id);
                return new BatchInvoice(
                    row.Id, row.Number, row.OrganizationId, row.Name, row.DueOn, new Money(row.TotalMinor, row.Currency), new Money(row.OutstandingMinor, row.Currency),
                    mail?.Id, mail?.Recipients, mail?.State, mail is null ? null : clock.LocalOf(mail.FinishedAt ?? mail.QueuedAt));
            }),
        ];
    }

    /// <summary>Queues one mail to each organization with its invoices; all of it in one transaction.</summary>
    /// <exception cref="AccessDeniedException">The person sends no mails.</exception>
    public Task<SendInvoicesResult> SendAsync(SendInvoices command, CultureInfo culture, CancellationToken cancel) => writes.ExecuteAsync(
        async (db, changes, cancel) =>
        {
            var access = await currentUser.RequireAsync(Permission.SendMail, db, cancel);
            await db.LockLedgerHeadAsync(cancel);
            if (await db.Mailings.AnyAsync(found => found.Id == command.MailingId, cancel))
            {
                return new SendInvoicesResult(await db.OutgoingMails.CountAsync(mail => mail.MailingId == command.MailingId, cancel), []); // the answer was lost
            }

            var ids = command.InvoiceIds.Distinct().ToList();
            var invoices = ids.Count is 0 or > InvoicesMax ? [] : await db.Invoices.AsNoTracking().Include(invoice => invoice.Rows).Where(invoice => ids.Contains(invoice.Id)).ToListAsync(cancel);
            if (invoices.Count == 0 || invoices.Count != ids.Count)
            {
                return new SendInvoicesResult(0, [], ids.Count > InvoicesMax ? $"At most {InvoicesMax} invoices are sent at once." : "Tick the invoices that are to be sent.");
            }

            var batch = command.BatchId is { } batchId ? await db.InvoiceBatches.Where(found => found.Id == batchId).Select(found => found.Name).SingleOrDefaultAsync(cancel) : null;
            var recorded = clock.RecordedBy(access.UserId);
            db.Mailings.Add(new Mailing(
                command.MailingId, batch is null ? $"{invoices.Count} invoices sent" : $"{invoices.Count} invoices of {batch}", batch is null ? null : command.BatchId, recorded.At, recorded.ById));
            var (mails, without) = (0, new List<string>());
            foreach (var group in invoices.GroupBy(invoice => invoice.OrganizationId).OrderBy(group => group.Key))
            {
                var to = await MailRecipients.OfAsync(db, group.Key, "Accounts payable", cancel);
                if (to.Count == 0)
                {
                    without.Add(await db.Organizations.Where(found => found.Id == group.Key).Select(found => found.Name).SingleAsync(cancel));
                    continue;
                }

                var words = await InvoiceMailText.WriteAsync(db, group.Key, [.. group], clock.Today, culture, cancel);
                await Outbox.QueueAsync(
                    db,
                    new NewMail(Guid.CreateVersion7(recorded.At), MailKind.Invoices, group.Key, to, words, culture) { MailingId = command.MailingId, Invoices = [.. group] },
                    recorded, changes, cancel);
                mails++;
            }

            if (mails > 0)
            {
                await db.SaveChangesAsync(cancel);
            }

            return new SendInvoicesResult(mails, without);
        },
        cancel);
}
