using System.Globalization;
using Microsoft.EntityFrameworkCore;
using PaymentsApp.Data;
using PaymentsApp.Domain;

namespace PaymentsApp.FollowUps.Holds;

/// <summary>
/// Who is on hold, derived from what is open now: a hold that a payment ends is gone with that payment, on every screen.
/// </summary>
internal static class HoldReading
{
    /// <summary>Those of the organizations that are on hold.</summary>
    public static async Task<Dictionary<int, HoldView>> OfAsync(AppDbContext db, IReadOnlyCollection<int> ids, DateOnly today, CancellationToken cancel)
    {
        if (ids.Count == 0)
        {
            return [];
        }

        var (rules, holds) = (await RulesAsync(db, ids, cancel), await StandingAsync(db, ids, cancel));
        var judged = ids.Where(id => CreditRule.InForce(rules, id) is { LimitMinor: not null } || holds.ContainsKey(id)).ToList();
        var debts = await DebtsAsync(db, judged, today, cancel);
        var found = new Dictionary<int, HoldView>();
        foreach (var id in judged)
        {
            if (Judge(CreditRule.InForce(rules, id), holds.GetValueOrDefault(id), debts[id], today) is { } hold)
            {
                found[id] = hold;
            }
        }

        return found;
    }

    /// <summary>The hold by hand stands first; null: not on hold.</summary>
    public static HoldView? Judge(CreditRule? rule, StandingHold? hold, IEnumerable<OpenDebt> open, DateOnly today)
    {
        var debts = open.ToList();
        return hold is not null && hold.Hold.Holds(debts)
            ? new HoldView(hold.Hold.Id, hold.Hold.Reason, hold.Hold.PlacedOn, hold.By, hold.Hold.EndsWhenPaid)
            : rule?.Limit is { } limit && rule.Holds(debts, today)
                ? new HoldView(null, $"By rule: {RuleText.Of(limit, rule.Days, CultureInfo.CurrentCulture)}", null, null, EndsWhenPaid: true)
                : null;
    }

    public static async Task<List<CreditRule>> RulesAsync(AppDbContext db, IReadOnlyCollection<int> ids, CancellationToken cancel) => await db.CreditRules.AsNoTracking()
        .Where(rule => rule.OrganizationId == null || EF.Parameter(ids).Contains(rule.OrganizationId.Value)).ToListAsync(cancel);

    /// <summary>The latest hold by hand of each that nobody released.</summary>
    public static async Task<Dictionary<int, StandingHold>> StandingAsync(AppDbContext db, IReadOnlyCollection<int> ids, CancellationToken cancel) =>
        (await db.CreditHolds.AsNoTracking().Where(hold => hold.ReleasedAt == null && EF.Parameter(ids).Contains(hold.OrganizationId))
            .Select(hold => new StandingHold(hold, db.Users.Where(user => user.Id == hold.PlacedById).Select(user => user.DisplayName).First()))
            .ToListAsync(cancel))
        .GroupBy(standing => standing.Hold.OrganizationId)
        .ToDictionary(group => group.Key, group => group.MaxBy(standing => standing.Hold.PlacedAt)!);

    /// <summary>What is overdue of each.</summary>
    public static async Task<ILookup<int, OpenDebt>> DebtsAsync(AppDbContext db, IReadOnlyCollection<int> ids, DateOnly today, CancellationToken cancel) =>
        (await db.Invoices.Where(invoice => EF.Parameter(ids).Contains(invoice.OrganizationId) && invoice.OutstandingMinor > 0 && invoice.DueOn < today)
            .GroupBy(invoice => new { invoice.OrganizationId, invoice.Currency, invoice.DueOn })
            .Select(group => new { group.Key.OrganizationId, group.Key.Currency, group.Key.DueOn, Minor = group.Sum(invoice => invoice.OutstandingMinor) })
            .ToListAsync(cancel))
        .ToLookup(debt => debt.OrganizationId, debt => new OpenDebt(debt.Currency, debt.Minor, debt.DueOn));
}
