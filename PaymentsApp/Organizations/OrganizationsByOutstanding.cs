using System.Globalization;
using Microsoft.EntityFrameworkCore;
using PaymentsApp.Components.Lists;
using PaymentsApp.Data;
using PaymentsApp.Domain;

namespace PaymentsApp.Organizations;

/// <summary>
/// Organizations by what they owe. Amounts of different currencies do not compare, so the list has stretches: first those that
/// owe in the company's currency, by that amount; then those that owe only in others, currency by currency; at last those that
/// owe nothing. The direction turns the amounts within a stretch; the stretches stay, so that debtors come first either way.
/// </summary>
/// <param name="visible">The organizations that the list is made of.</param>
/// <param name="currencies">All that anybody owes in, the company's first.</param>
/// <param name="owingOnly">Those that owe nothing are left out.</param>
/// <param name="areFew">Their balances are looked up and sorted; those of many are met on the walk along all balances.</param>
internal sealed class OrganizationsByOutstanding(
    AppDbContext db, IQueryable<Organization> visible, IReadOnlyList<string> currencies, bool areFew, bool owingOnly = false)
{
    private const string OwesNothing = "-";

    /// <summary>The order of the stretches.</summary>
    public static async Task<IReadOnlyList<string>> CurrenciesAsync(AppDbContext db, CancellationToken cancel)
    {
        var own = await db.CompanySettings.Select(settings => settings.Currency).SingleOrDefaultAsync(cancel);
        var all = await db.DueBalances.Select(balance => balance.Currency).Distinct().ToListAsync(cancel);
        return [.. all.OrderBy(currency => currency != own).ThenBy(currency => currency, StringComparer.Ordinal)];
    }

    /// <summary>Where a row stands in the list.</summary>
    public static (string Value, string Id) KeyOf(MoneyPerCurrency outstanding, int id, IReadOnlyList<string> currencies) =>
        currencies.SelectMany(currency => outstanding.Where(amount => amount.Currency == currency)).Select(amount => (Money?)amount).FirstOrDefault() is { } first
            ? PageKey.At(string.Create(CultureInfo.InvariantCulture, $"{first.Currency}:{first.Minor}"), id)
            : PageKey.At(OwesNothing, id);

    /// <returns>Up to so many ids.</returns>
    public async Task<List<int>> PageAsync(bool descending, PageKey? key, int count, CancellationToken cancel)
    {
        var isBackwards = key is { IsBackwards: true };
        var isDescending = descending != isBackwards;
        var last = owingOnly ? currencies.Count - 1 : currencies.Count;
        var (start, minor, id) = PlaceOf(key);
        List<int> ids = [];
        for (var stretch = start; stretch >= 0 && stretch <= last && ids.Count < count; stretch += isBackwards ? -1 : 1)
        {
            var isFirst = stretch == start && id is not null;
            ids.AddRange(stretch < currencies.Count
                ? await OwingAsync(stretch, isDescending, isFirst ? (minor, id!.Value) : null, count - ids.Count, cancel)
                : await OwingNothingAsync(isDescending, isFirst ? (id!.Value, id.Value) : null, count - ids.Count, cancel));
        }

        return ids;
    }

    private (int Stretch, long Minor, int? Id) PlaceOf(PageKey? key)
    {
        if (key?.IdAsNumber() is not { } id)
        {
            return (0, 0, null);
        }

        if (key.Value == OwesNothing)
        {
            return (currencies.Count, 0, id);
        }

        var parts = key.Value.Split(':');
        var stretch = currencies.Index().FirstOrDefault(currency => currency.Item == parts[0], (Index: -1, Item: OwesNothing)).Index;
        return stretch >= 0 && parts.Length == 2 && long.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var minor)
            ? (stretch, minor, id)
            : (0, 0, null);
    }

    private Task<List<int>> OwingAsync(int stretch, bool isDescending, (long, int)? beyond, int count, CancellationToken cancel)
    {
        var (currency, none) = (currencies[stretch], 0L);
        string[] earlier = [.. currencies.Take(stretch)];
        var owing = db.OrganizationBalances.Where(b => b.Currency == currency && b.OutstandingMinor > 0);
        if (earlier.Length > 0)
        {
            owing = owing.Where(b => !db.OrganizationBalances.Any(other =>
                other.OrganizationId == b.OrganizationId && other.OutstandingMinor > 0 && EF.Parameter(earlier).Contains(other.Currency)));
        }

        if (areFew)
        {
            // Plus nothing, so that no index sorts them: the database would walk along everybody's balances.
            var ids = visible.Select(o => o.Id);
            owing = owing.Where(b => ids.Contains(b.OrganizationId)).InOrder(b => b.OutstandingMinor + none, b => b.OrganizationId, isDescending, beyond);
        }
        else
        {
            owing = owing.Where(b => visible.Any(o => o.Id == b.OrganizationId)).InOrder(b => b.OutstandingMinor, b => b.OrganizationId, isDescending, beyond);
        }

        return owing.Select(b => b.OrganizationId).Take(count).ToListAsync(cancel);
    }

    private Task<List<int>> OwingNothingAsync(bool isDescending, (int, int)? beyond, int count, CancellationToken cancel) => visible
        .Where(o => !db.OrganizationBalances.Any(b => b.OrganizationId == o.Id && b.OutstandingMinor > 0))
        .InOrder(o => o.Id, o => o.Id, isDescending, beyond)
        .Select(o => o.Id).Take(count).ToListAsync(cancel);
}
