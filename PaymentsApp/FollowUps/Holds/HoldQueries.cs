using Microsoft.EntityFrameworkCore;
using PaymentsApp.Data;
using PaymentsApp.Domain;
using PaymentsApp.Security;

namespace PaymentsApp.FollowUps.Holds;

/// <summary>Which of the accounts that the person may see are on hold, why, and which were released lately.</summary>
public sealed class HoldQueries(IDbContextFactory<AppDbContext> contexts, CurrentUser currentUser, CompanyClock clock)
{
    /// <summary>How far a sales rep's notices of released clients reach back.</summary>
    public const int ReleasedDays = 7;

    private const int ClientsMax = 2_000;

    /// <summary>Null when there is no such organization, or none that this person may see.</summary>
    public async Task<CreditStanding?> OfOrganizationAsync(int organizationId, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var access = await currentUser.RequireAsync(Permission.ViewAccounts, db, cancel);
        var found = await access.VisibleOrganizations(db).Where(organization => organization.Id == organizationId)
            .Select(organization => new { organization.Name, organization.Currency }).SingleOrDefaultAsync(cancel);
        if (found is null)
        {
            return null;
        }

        int[] ids = [organizationId];
        var rule = CreditRule.InForce(await HoldReading.RulesAsync(db, ids, cancel), organizationId);
        var hold = (await HoldReading.OfAsync(db, ids, clock.Today, cancel)).GetValueOrDefault(organizationId);
        return new CreditStanding(found.Name, hold, rule?.Limit, rule?.Days ?? 0, rule?.OrganizationId is not null, found.Currency);
    }

    /// <summary>Of these, those that the person may see and that are on hold.</summary>
    public async Task<IReadOnlySet<int>> AmongAsync(IReadOnlyCollection<int> ids, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var access = await currentUser.RequireAsync(Permission.ViewAccounts, db, cancel);
        var visible = await access.VisibleOrganizations(db).Where(organization => EF.Parameter(ids).Contains(organization.Id)).Select(organization => organization.Id)
            .ToListAsync(cancel);
        return (await HoldReading.OfAsync(db, visible, clock.Today, cancel)).Keys.ToHashSet();
    }

    /// <summary>A sales rep's own clients on hold, by name; nobody for people who see all accounts.</summary>
    public async Task<IReadOnlyList<HeldClient>> OwnAsync(CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var names = await OwnClientsAsync(db, cancel);
        var held = await HoldReading.OfAsync(db, names.Keys, clock.Today, cancel);
        return [.. held.Select(pair => new HeldClient(pair.Key, names[pair.Key], pair.Value)).OrderBy(client => client.Organization, StringComparer.CurrentCulture)];
    }

    /// <summary>A sales rep's own clients whose hold a payment ended in the last days, the latest first.</summary>
    public async Task<IReadOnlyList<HoldRelease>> ReleasedAsync(CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var names = await OwnClientsAsync(db, cancel);
        var (today, since) = (clock.Today, clock.Today.AddDays(-ReleasedDays));
        int[] ids = [.. names.Keys];
        var applied = await (
            from invoice in db.Invoices
            where EF.Parameter(ids).Contains(invoice.OrganizationId) && invoice.DueOn < today
            join allocation in db.Allocations on invoice.Id equals allocation.InvoiceId
            join payment in db.Payments on allocation.PaymentId equals payment.Id
            where payment.ReceivedOn >= since && !db.Reversals.Any(reversal => reversal.AllocationId == allocation.Id)
            orderby allocation.RecordedAt descending
            select new { invoice.OrganizationId, invoice.Currency, invoice.DueOn, allocation.AmountMinor, allocation.RecordedAt, payment.Id, payment.Number })
            .ToListAsync(cancel);
        int[] paid = [.. applied.Select(row => row.OrganizationId).Distinct()];
        var (rules, holds) = (await HoldReading.RulesAsync(db, paid, cancel), await HoldReading.StandingAsync(db, paid, cancel));
        var held = await HoldReading.OfAsync(db, paid, today, cancel);
        var open = await HoldReading.DebtsAsync(db, paid, today, cancel);
        var releases = new List<HoldRelease>();
        foreach (var client in applied.Where(row => !held.ContainsKey(row.OrganizationId)).GroupBy(row => row.OrganizationId))
        {
            // Backwards: the payment without which the client would be on hold has released it.
            List<OpenDebt> debts = [.. open[client.Key]];
            foreach (var payment in client.GroupBy(row => (row.Id, row.Number, row.RecordedAt)))
            {
                debts.AddRange(payment.Select(row => new OpenDebt(row.Currency, row.AmountMinor, row.DueOn)));
                if (HoldReading.Judge(CreditRule.InForce(rules, client.Key), holds.GetValueOrDefault(client.Key), debts, today) is not null)
                {
                    releases.Add(new(client.Key, names[client.Key], payment.Key.Id, payment.Key.Number, clock.LocalOf(payment.Key.RecordedAt)));
                    break;
                }
            }
        }

        return [.. releases.OrderByDescending(release => release.At)];
    }

    /// <summary>The company's rule, for the settings; no limit when there is none.</summary>
    public async Task<CompanyRule> CompanyRuleAsync(CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        await currentUser.RequireAsync(Permission.Administer, db, cancel);
        var currency = await db.CompanySettings.Select(settings => settings.Currency).SingleAsync(cancel);
        var rule = CreditRule.InForce(await db.CreditRules.AsNoTracking().Where(rule => rule.OrganizationId == null).ToListAsync(cancel), 0);
        return new CompanyRule(currency, rule?.Limit, rule?.Days ?? CompanyRule.UsualDays);
    }

    private async Task<Dictionary<int, string>> OwnClientsAsync(AppDbContext db, CancellationToken cancel)
    {
        var access = await currentUser.RequireAsync(Permission.ViewAccounts, db, cancel);
        return access.SeesAllOrganizations ? [] : await access.VisibleOrganizations(db).OrderBy(organization => organization.Id).Take(ClientsMax)
            .ToDictionaryAsync(organization => organization.Id, organization => organization.Name, cancel);
    }
}
