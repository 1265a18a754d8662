using Microsoft.EntityFrameworkCore;
using PaymentsApp.Data;
using PaymentsApp.Domain;
using PaymentsApp.Security;

namespace PaymentsApp.FollowUps.Disputes;

/// <summary>Open disputes of the accounts that the person may see, with their age and who owns the client.</summary>
public sealed class OpenDisputeQueries(IDbContextFactory<AppDbContext> contexts, CurrentUser currentUser, CompanyClock clock)
{
    /// <summary>The most that a list shows.</summary>
    public const int ListMax = 200;

    /// <summary>The oldest first.</summary>
    /// <param name="waitsFor">Null: all.</param>
    /// <param name="cancel">Stops reading.</param>
    public async Task<IReadOnlyList<OpenDispute>> ListAsync(DisputeAnswerer? waitsFor, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var access = await currentUser.RequireAsync(Permission.ViewAccounts, db, cancel);
        var found = await (
            from dispute in db.Disputes
            where dispute.ClosedAt == null
            join organization in access.VisibleOrganizations(db) on dispute.OrganizationId equals organization.Id
            join invoice in db.Invoices on dispute.InvoiceId equals invoice.Id
            orderby dispute.OpenedAt, dispute.Id
            select new
            {
                dispute.Id,
                dispute.InvoiceId,
                invoice.Number,
                dispute.OrganizationId,
                organization.Name,
                dispute.AmountMinor,
                dispute.Currency,
                dispute.ReasonCode,
                dispute.OpenedAt,
                Owner = db.Users.Where(user => user.Id == organization.OwnerId).Select(user => user.DisplayName).FirstOrDefault(),
                IsAnswered = db.DisputeMessages.Where(message => message.DisputeId == dispute.Id).OrderByDescending(message => message.WrittenAt)
                    .Select(message => message.WrittenById != dispute.OpenedById).FirstOrDefault(),
            })
            .Where(row => waitsFor == null || row.IsAnswered == (waitsFor == DisputeAnswerer.Opener))
            .Take(ListMax).ToListAsync(cancel);
        return
        [
            .. found.Select(row => (Row: row, OpenedOn: clock.DayOf(row.OpenedAt))).Select(item => new OpenDispute(
                item.Row.Id, item.Row.InvoiceId, item.Row.Number, item.Row.OrganizationId, item.Row.Name, new Money(item.Row.AmountMinor, item.Row.Currency),
                item.Row.ReasonCode, item.OpenedOn, clock.Today.DayNumber - item.OpenedOn.DayNumber, item.Row.Owner,
                item.Row.IsAnswered ? DisputeAnswerer.Opener : DisputeAnswerer.Owner)),
        ];
    }
}
