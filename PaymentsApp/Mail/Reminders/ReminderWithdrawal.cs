using System.Globalization;
using Microsoft.EntityFrameworkCore;
using PaymentsApp.Data;
using PaymentsApp.Domain;
using PaymentsApp.Live;

namespace PaymentsApp.Mail.Reminders;

/// <summary>
/// Reminders that were not sent yet follow what happens to their invoices, in the very transaction in which it happens, whoever caused it and however:
/// what is settled or disputed is taken out, and where nothing is left the reminder is withdrawn.
/// </summary>
internal sealed class ReminderWithdrawal(CompanyClock clock) : IChangeFollower
{
    private static readonly CompiledQuery<Func<AppDbContext, IReadOnlyCollection<int>, IAsyncEnumerable<Guid>>> WaitingAbout = new(() =>
        EF.CompileAsyncQuery((AppDbContext db, IReadOnlyCollection<int> invoiceIds) => db.MailInvoices
            .Where(named => invoiceIds.Contains(named.InvoiceId) && named.Level != null && named.TakenOutAt == null
                && db.OutgoingMails.Any(mail => mail.Id == named.MailId && (mail.State == MailState.Queued || mail.State == MailState.Failed)))
            .Select(named => named.MailId).Distinct()));

    public async Task FollowAsync(AppDbContext db, ICollection<PaymentChange> changes, CancellationToken cancel)
    {
        List<int> invoiceIds = [.. changes.SelectMany(change => change.InvoiceIds).Distinct()];
        if (invoiceIds.Count == 0 || await WaitingAbout.For(db)(db, invoiceIds).ToListAsync(cancel) is not { Count: > 0 } mailIds)
        {
            return;
        }

        await db.LockLedgerHeadAsync(cancel); // before the mails, as everybody
        foreach (var id in mailIds.Order())
        {
            var mail = await db.OutgoingMails.AsTracking().Include(found => found.Invoices).SingleAsync(found => found.Id == id, cancel);
            if (mail.CanBeWithdrawn)
            {
                await FollowAsync(db, mail, clock, changes, cancel);
            }
        }

        await db.SaveChangesAsync(cancel);
    }

    /// <summary>One reminder that waits, or failed: takes out what is settled or disputed, and withdraws it when nothing is left.</summary>
    internal static async Task FollowAsync(AppDbContext db, OutgoingMail mail, CompanyClock clock, ICollection<PaymentChange> changes, CancellationToken cancel)
    {
        var named = mail.Invoices.Where(invoice => invoice.TakenOutAt is null).ToDictionary(invoice => invoice.InvoiceId);
        var ids = named.Keys.ToList();
        var open = await db.Invoices.AsNoTracking()
            .Where(invoice => ids.Contains(invoice.Id) && invoice.OutstandingMinor > 0 && !db.Disputes.Any(dispute => dispute.InvoiceId == invoice.Id && dispute.ClosedAt == null))
            .ToListAsync(cancel);
        var recorded = clock.RecordedBy(SystemUser.Id);
        foreach (var gone in named.Values.ExceptBy(open.Select(invoice => invoice.Id), invoice => invoice.InvoiceId))
        {
            gone.TakeOut(recorded.At);
        }

        if (open.Count == 0)
        {
            mail.Withdraw(recorded.At, "Settled before it was sent.");
            await db.AppendAuditAsync(Outbox.Fact("Withdrawn", mail, "settled before it was sent"), recorded, cancel);
        }
        else if (mail.State == MailState.Queued && (open.Count < named.Count || open.Exists(invoice => named[invoice.Id].OutstandingMinor != invoice.OutstandingMinor)))
        {
            open.ForEach(invoice => named[invoice.Id].Owes(invoice.OutstandingMinor));
            mail.Rewrite(await ReminderText.WriteAsync(
                db, mail.OrganizationId!.Value, await ToneOfAsync(db, mail, cancel), mail.ReminderLevel ?? 1, open, clock.Today, CultureInfo.GetCultureInfo(mail.Culture), cancel));
        }

        changes.Add(Outbox.ChangeOf(mail));
    }

    // Of the organization's policy now; a level that is gone meanwhile speaks as its number does usually.
    private static async Task<ReminderTone> ToneOfAsync(AppDbContext db, OutgoingMail mail, CancellationToken cancel)
    {
        var policies = await DueReminders.PoliciesAsync(db, cancel);
        var own = await db.OrganizationReminders.AsNoTracking().SingleOrDefaultAsync(found => found.OrganizationId == mail.OrganizationId, cancel);
        var policy = own is null ? policies[0] : policies.Find(found => found.Id == own.PolicyId) ?? policies[0];
        return (policy.Levels.FirstOrDefault(level => level.Number == mail.ReminderLevel) ?? ReminderPolicy.UsualLevels[Math.Clamp((mail.ReminderLevel ?? 1) - 1, 0, 2)]).Tone;
    }
}
