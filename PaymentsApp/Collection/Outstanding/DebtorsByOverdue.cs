using System.Globalization;
using Microsoft.EntityFrameworkCore;
using PaymentsApp.Components.Lists;
using PaymentsApp.Data;
using PaymentsApp.Domain;

namespace PaymentsApp.Collection.Outstanding;

/// <summary>
/// Debtors by what is overdue, in stretches as <see cref="Organizations.OrganizationsByOutstanding"/> has them: currency by currency, at last those
/// of whom nothing is overdue.
/// </summary>
/// <param name="debtors">The organizations that the list is made of; all owe something.</param>
/// <param name="isEverybody">Nobody is left out, so that the invoices need not be looked at for whose they are.</param>
internal sealed class DebtorsByOverdue(AppDbContext db, IQueryable<Organization> debtors, bool isEverybody, IReadOnlyList<string> currencies, DateOnly today)
{
    private const string NothingOverdue = "-";

    /// <summary>Where a row stands in the list.</summary>
    public static (string Value, string Id) KeyOf(MoneyPerCurrency overdue, int id, IReadOnlyList<string> currencies) =>
        currencies.SelectMany(currency => overdue.Where(amount => amount.Currency == currency)).Select(amount => (Money?)amount).FirstOrDefault() is { } first
            ? PageKey.At(string.Create(CultureInfo.InvariantCulture, $"{first.Currency}:{first.Minor}"), id)
            : PageKey.At(NothingOverdue, id);

    public async Task<List<int>> PageAsync(bool descending, PageKey? key, int count, CancellationToken cancel)
    {
        var isBackwards = key is { IsBackwards: true };
        var isDescending = descending != isBackwards;
        var (start, minor, id) = PlaceOf(key);
        List<int> ids = [];
        for (var stretch = start; stretch >= 0 && stretch <= currencies.Count && ids.Count < count; stretch += isBackwards ? -1 : 1)
        {
            var isFirst = stretch == start && id is not null;
            ids.AddRange(stretch < currencies.Count
                ? await OverdueAsync(stretch, isDescending, isFirst ? (minor, id!.Value) : null, count - ids.Count, cancel)
                : await NothingOverdueAsync(isDescending, isFirst ? (id!.Value, id.Value) : null, count - ids.Count, cancel));
        }

        return ids;
    }

    private (int Stretch, long Minor, int? Id) PlaceOf(PageKey? key)
    {
        if (key?.IdAsNumber() is not { } id)
        {
            return (0, 0, null);
        }

        if (key.Value == NothingOverdue)
        {
            return (currencies.Count, 0, id);
        }

        var parts = key.Value.Split(':');
        var stretch = currencies.Index().FirstOrDefault(currency => currency.Item == parts[0], (Index: -1, Item: NothingOverdue)).Index;
        return stretch >= 0 && parts.Length == 2 && long.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var minor) ? (stretch, minor, id) : (0, 0, null);
    }

    private Task<List<int>> OverdueAsync(int stretch, bool isDescending, (long, int)? beyond, int count, CancellationToken cancel)
    {
        var currency = currencies[stretch];
        string[] earlier = [.. currencies.Take(stretch)];
        var overdue = isEverybody ? Overdue : Overdue.Where(i => debtors.Select(o => o.Id).Contains(i.OrganizationId));
        if (earlier.Length > 0)
        {
            var before = Overdue.Where(i => EF.Parameter(earlier).Contains(i.Currency)).Select(i => i.OrganizationId);
            overdue = overdue.Where(i => !before.Contains(i.OrganizationId));
        }

        return overdue.GroupBy(i => new { i.OrganizationId, i.Currency })
            .Select(invoices => new { Id = invoices.Key.OrganizationId, invoices.Key.Currency, Minor = invoices.Sum(i => i.OutstandingMinor) })
            .Where(sum => sum.Currency + string.Empty == currency)
            .InOrder(sum => sum.Minor, sum => sum.Id, isDescending, beyond)
            .Select(sum => sum.Id).Take(count).ToListAsync(cancel);
    }

    private Task<List<int>> NothingOverdueAsync(bool isDescending, (int, int)? beyond, int count, CancellationToken cancel) => debtors
        .Where(o => !db.Invoices.Any(i => i.OrganizationId == o.Id && i.OutstandingMinor > 0 && i.DueOn < today))
        .InOrder(o => o.Id, o => o.Id, isDescending, beyond)
        .Select(o => o.Id).Take(count).ToListAsync(cancel);

    // Days as numbers, and nothing added to the currency, so that SQLite reads the index over the open invoices of each organization, which has all of it.
    private IQueryable<Invoice> Overdue
    {
        get
        {
            var day = today.DayNumber;
            return db.Invoices.Where(i => i.OutstandingMinor > 0 && i.DueOn.DayNumber < day);
        }
    }
}
