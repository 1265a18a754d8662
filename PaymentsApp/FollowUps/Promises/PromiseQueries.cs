using Microsoft.EntityFrameworkCore;
using PaymentsApp.Data;
using PaymentsApp.Domain;
using PaymentsApp.Live;
using PaymentsApp.Security;

namespace PaymentsApp.FollowUps.Promises;

/// <summary>Promises of the accounts that the person may see.</summary>
public sealed class PromiseQueries(IDbContextFactory<AppDbContext> contexts, CurrentUser currentUser, CompanyClock clock, SharedReads reads)
{
    /// <summary>The most that a list shows.</summary>
    public const int ListMax = 200;

    private const int InvoicesMax = 100;

    /// <summary>Those of all accounts that the person sees, broken and open ones first; what was decided comes with the others.</summary>
    /// <param name="state">Null: those that are open or broken.</param>
    /// <param name="cancel">Stops reading.</param>
    public async Task<PromiseList> ListAsync(PromiseState? state, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var access = await currentUser.RequireAsync(Permission.ViewAccounts, db, cancel);
        var today = clock.Today;
        return await reads.ReadAsync(db, access.Scope, (nameof(PromiseQueries), state, today), async (db, cancel) =>
        {
            var judged = await PromiseJudging.ReadAsync(db, access.VisibleOrganizations(db), today, cancel);
            var wanted = judged
                .Where(item => state is null ? item.Outcome.State is PromiseState.Open or PromiseState.Broken : item.Outcome.State == state)
                .OrderBy(item => item.Outcome.State is PromiseState.Kept or PromiseState.Withdrawn ? -item.Promise.PromisedOn.DayNumber : item.Promise.PromisedOn.DayNumber)
                .ThenBy(item => item.Promise.Id).ToList();
            return new PromiseList(
                await ViewsAsync(db, wanted.Take(ListMax), today, cancel), wanted.Count, PromiseJudging.RecordOf(judged), PromiseJudging.RecordsOf(judged));
        }, cancel);
    }

    /// <summary>Those of one organization, the latest first; null when there is no such organization, or none that this person may see.</summary>
    public async Task<PromiseList?> OfOrganizationAsync(int organizationId, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var access = await currentUser.RequireAsync(Permission.ViewAccounts, db, cancel);
        var organization = access.VisibleOrganizations(db).Where(found => found.Id == organizationId);
        if (!await organization.AnyAsync(cancel))
        {
            return null;
        }

        var judged = await PromiseJudging.ReadAsync(db, organization, clock.Today, cancel);
        return new PromiseList(
            await ViewsAsync(db, judged.Take(ListMax), clock.Today, cancel), judged.Count, PromiseJudging.RecordOf(judged), PromiseJudging.RecordsOf(judged));
    }

    /// <summary>What the window offers; null as above.</summary>
    public async Task<PromiseChoice?> ChoiceAsync(int organizationId, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var access = await currentUser.RequireAsync(Permission.FollowUp, db, cancel);
        var organization = await access.VisibleOrganizations(db).Where(found => found.Id == organizationId)
            .Select(found => new { found.Name, found.Currency, Contacts = found.Contacts.OrderBy(contact => contact.Id).Select(contact => contact.Name).ToList() })
            .SingleOrDefaultAsync(cancel);
        if (organization is null)
        {
            return null;
        }

        var invoices = await db.Invoices.Where(invoice => invoice.OrganizationId == organizationId && invoice.OutstandingMinor > 0)
            .OrderBy(invoice => invoice.DueOn).ThenBy(invoice => invoice.Id).Take(InvoicesMax)
            .Select(invoice => new PromisableInvoice(invoice.Id, invoice.Number, invoice.DueOn, new Money(invoice.OutstandingMinor, invoice.Currency)))
            .ToListAsync(cancel);
        return new PromiseChoice(organization.Name, organization.Currency, organization.Contacts, invoices);
    }

    private async Task<IReadOnlyList<PromiseView>> ViewsAsync(AppDbContext db, IEnumerable<JudgedPromise> judged, DateOnly today, CancellationToken cancel)
    {
        var items = judged.ToList();
        int[] organizationIds = [.. items.Select(item => item.Promise.OrganizationId).Distinct()];
        int[] invoiceIds = [.. items.SelectMany(item => item.Promise.Invoices).Select(invoice => invoice.InvoiceId).Distinct()];
        string[] userIds = [.. items.Select(item => item.Promise.RecordedById).Distinct()];
        var names = await db.Organizations.Where(o => EF.Parameter(organizationIds).Contains(o.Id)).ToDictionaryAsync(o => o.Id, o => o.Name, cancel);
        var numbers = await db.Invoices.Where(i => EF.Parameter(invoiceIds).Contains(i.Id)).ToDictionaryAsync(i => i.Id, i => i.Number, cancel);
        var people = await db.Users.Where(user => EF.Parameter(userIds).Contains(user.Id)).ToDictionaryAsync(user => user.Id, user => user.DisplayName, cancel);
        return
        [
            .. items.Select(item => new PromiseView(
                item.Promise.Id, item.Promise.OrganizationId, names[item.Promise.OrganizationId], item.Promise.Amount,
                new Money(item.Outcome.ArrivedMinor, item.Promise.Currency), item.Promise.PromisedOn, item.Promise.SaidBy, item.Promise.Note,
                people.GetValueOrDefault(item.Promise.RecordedById) ?? "", clock.LocalOf(item.Promise.RecordedAt), item.Outcome.State,
                item.Outcome.State == PromiseState.Broken ? today.DayNumber - item.Promise.PromisedOn.DayNumber : 0,
                [.. item.Promise.Invoices.Select(invoice => new PromisedInvoiceView(invoice.InvoiceId, numbers[invoice.InvoiceId]))])
            {
                WithdrawnReason = item.Promise.WithdrawnReason,
            }),
        ];
    }
}
