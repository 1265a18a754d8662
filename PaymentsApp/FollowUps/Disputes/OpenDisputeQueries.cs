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
        var found = await DisputeTurns.Open(db, access.VisibleOrganizations(db))
            .Where(turn => waitsFor == null || turn.IsAnswered == (waitsFor == DisputeAnswerer.Opener))
            .Take(ListMax).ToListAsync(cancel);
        return
        [
            .. found.Select(turn => (Turn: turn, OpenedOn: clock.DayOf(turn.OpenedAt))).Select(item => new OpenDispute(
                item.Turn.Id, item.Turn.InvoiceId, item.Turn.InvoiceNumber, item.Turn.OrganizationId, item.Turn.Organization,
                new Money(item.Turn.AmountMinor, item.Turn.Currency), item.Turn.ReasonCode, item.OpenedOn, clock.Today.DayNumber - item.OpenedOn.DayNumber,
                item.Turn.Owner, item.Turn.IsAnswered ? DisputeAnswerer.Opener : DisputeAnswerer.Owner)),
        ];
    }
}
