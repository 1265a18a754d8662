using Microsoft.EntityFrameworkCore;
using PaymentsApp.Data;
using PaymentsApp.Security;

namespace PaymentsApp.Payments.Payers;

/// <summary>Payers that pay for others, with what they and their clients owe together.</summary>
internal sealed class AgenciesByAmount(AppDbContext db, Access access)
{
    /// <summary>Those whose clients and they themselves owe the amount or least above it, with few open invoices.</summary>
    /// <param name="currencies">Which currencies the amount can be of.</param>
    /// <param name="minor">The amount in minor units.</param>
    /// <param name="named">Only these payers, or payers of these clients; null: any.</param>
    /// <param name="openMax">The most open invoices.</param>
    /// <param name="cancel">Stops reading.</param>
    public async Task<List<(int Id, string Currency)>> FindAsync(
        Func<string, bool> currencies, long minor, IReadOnlyCollection<int>? named, int openMax, CancellationToken cancel)
    {
        var clients = await (
            from client in access.VisibleOrganizations(db)
            where client.PayerId != null && (named == null || named.Contains(client.Id) || named.Contains(client.PayerId.Value))
            join balance in db.OrganizationBalances on client.Id equals balance.OrganizationId
            where balance.OpenCount > 0
            group balance by new { client.PayerId, balance.Currency } into sums
            select new { Id = sums.Key.PayerId!.Value, sums.Key.Currency, Minor = sums.Sum(balance => balance.OutstandingMinor), Count = sums.Sum(balance => balance.OpenCount) })
            .ToListAsync(cancel);
        if (clients.Count == 0)
        {
            return [];
        }

        int[] ids = [.. clients.Select(sum => sum.Id).Distinct()];
        var own = await (
            from payer in access.VisibleOrganizations(db)
            where ids.Contains(payer.Id)
            join balance in db.OrganizationBalances on payer.Id equals balance.OrganizationId into balances
            from balance in balances.DefaultIfEmpty()
            select new { payer.Id, Currency = (string?)balance!.Currency, Minor = (long?)balance.OutstandingMinor, Count = (int?)balance.OpenCount })
            .ToListAsync(cancel);
        var visible = own.Select(row => row.Id).ToHashSet();
        var ownSums = own.Where(row => row.Currency is not null).ToDictionary(row => (row.Id, row.Currency!), row => (Minor: row.Minor ?? 0, Count: row.Count ?? 0));
        return
        [
            .. from sum in clients
               where visible.Contains(sum.Id) && currencies(sum.Currency)
               let mine = ownSums.GetValueOrDefault((sum.Id, sum.Currency))
               where sum.Minor + mine.Minor >= minor && sum.Count + mine.Count <= openMax
               orderby sum.Minor + mine.Minor, sum.Id
               select (sum.Id, sum.Currency),
        ];
    }
}
