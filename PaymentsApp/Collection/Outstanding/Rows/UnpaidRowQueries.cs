using Microsoft.EntityFrameworkCore;
using PaymentsApp.Data;
using PaymentsApp.Domain;
using PaymentsApp.Live;
using PaymentsApp.Security;

namespace PaymentsApp.Collection.Outstanding.Rows;

/// <summary>
/// What of a magazine issue or a product is unpaid. What is open of an invoice is spread over its rows by the rule of the settings, invoice by
/// invoice as they are read, so that a million need no memory.
/// </summary>
public sealed class UnpaidRowQueries(IDbContextFactory<AppDbContext> contexts, CurrentUser currentUser, CompanyClock clock, SharedReads reads)
{
    private const int RowsMax = 200;

    /// <summary>The sums by issue or product, the largest first in the company's currency; what names none comes last.</summary>
    public async Task<IReadOnlyList<UnpaidGroup>> GroupsAsync(UnpaidList list, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var access = await currentUser.RequireAsync(Permission.ViewAccounts, db, cancel);
        return await reads.ReadAsync(db, access.Scope, (list, clock.Today), (db, cancel) => GroupsAsync(db, access, list, cancel), cancel);
    }

    /// <summary>The rows behind one sum by due day, as far as the first two hundred go.</summary>
    /// <param name="list">What the sum is made of.</param>
    /// <param name="name">The issue or product; null: of rows that name none.</param>
    /// <param name="cancel">Stops reading.</param>
    public async Task<IReadOnlyList<UnpaidRow>> RowsAsync(UnpaidList list, string? name, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var access = await currentUser.RequireAsync(Permission.ViewAccounts, db, cancel);
        var spread = await SpreadAsync(db, cancel);
        List<(OpenRow Row, long Open)> found = [];
        var isIssue = list.By == UnpaidBy.Issue;
        var invoices = Open(db, access, list).Where(i => db.InvoiceRows.Any(r => r.InvoiceId == i.Id && (isIssue ? r.Issue : r.Product) == name));
        await foreach (var shares in SharesAsync(Rows(db, invoices, byDueDay: true), spread, cancel))
        {
            found.AddRange(shares.Where(share => share.Open > 0 && NameOf(share.Row, list.By) == name && IsFound(share.Row, list.Search)));
            if (found.Count >= RowsMax)
            {
                break;
            }
        }

        int[] ids = [.. found.Select(share => share.Row.InvoiceId).Distinct()];
        var heads = await db.Invoices.Where(i => EF.Parameter(ids).Contains(i.Id))
            .Join(db.Organizations, i => i.OrganizationId, o => o.Id, (i, o) => new { i.Id, i.Number, OrganizationId = o.Id, o.Name }).ToDictionaryAsync(i => i.Id, cancel);
        return
        [
            .. found.Take(RowsMax).Select(share => (share.Row, share.Open, Head: heads[share.Row.InvoiceId])).Select(share => new UnpaidRow(
                share.Row.RowId, share.Row.InvoiceId, share.Head.Number, share.Head.OrganizationId, share.Head.Name, share.Row.Description, share.Row.DueOn,
                Math.Max(0, clock.Today.DayNumber - share.Row.DueOn.DayNumber), new Money(share.Row.AmountMinor, share.Row.Currency), new Money(share.Open, share.Row.Currency))),
        ];
    }

    private async Task<IReadOnlyList<UnpaidGroup>> GroupsAsync(AppDbContext db, Access access, UnpaidList list, CancellationToken cancel)
    {
        var (today, spread) = (clock.Today, await SpreadAsync(db, cancel));
        var own = await db.CompanySettings.Select(settings => settings.Currency).SingleOrDefaultAsync(cancel);
        Dictionary<(string? Name, string Currency), (long Open, long Overdue, int Rows, int Invoices)> sums = [];
        await foreach (var shares in SharesAsync(Rows(db, Open(db, access, list), byDueDay: false), spread, cancel))
        {
            foreach (var group in shares.Where(share => share.Open > 0 && IsFound(share.Row, list.Search)).GroupBy(share => (NameOf(share.Row, list.By), share.Row.Currency)))
            {
                var (sum, open) = (sums.GetValueOrDefault(group.Key), group.Sum(share => share.Open));
                sums[group.Key] = (sum.Open + open, sum.Overdue + (group.First().Row.DueOn < today ? open : 0), sum.Rows + group.Count(), sum.Invoices + 1);
            }
        }

        return
        [
            .. sums.GroupBy(sum => sum.Key.Name).Select(group => new UnpaidGroup(
                    group.Key, group.Sum(sum => sum.Value.Rows), group.Sum(sum => sum.Value.Invoices),
                    new MoneyPerCurrency(group.Select(sum => new Money(sum.Value.Open, sum.Key.Currency))),
                    new MoneyPerCurrency(group.Select(sum => new Money(sum.Value.Overdue, sum.Key.Currency)))))
                .OrderBy(group => group.Name is null).ThenByDescending(group => group.Outstanding.Where(amount => amount.Currency == own).Sum(amount => amount.Minor))
                .ThenByDescending(group => group.Outstanding.Sum(amount => amount.Minor)).ThenBy(group => group.Name, StringComparer.Ordinal),
        ];
    }

    private IQueryable<Invoice> Open(AppDbContext db, Access access, UnpaidList list)
    {
        var today = clock.Today;
        var open = access.InvoicesOfVisible(db).Where(i => i.OutstandingMinor > 0);
        return list.IsOverdueOnly ? open.Where(i => i.DueOn < today) : open;
    }

    // The rows of one invoice stand together, as printed.
    private static IQueryable<OpenRow> Rows(AppDbContext db, IQueryable<Invoice> invoices, bool byDueDay)
    {
        var rows = invoices.Join(db.InvoiceRows, i => i.Id, r => r.InvoiceId, (i, r) => new { Invoice = i, Row = r });
        var ordered = byDueDay ? rows.OrderBy(pair => pair.Invoice.DueOn).ThenBy(pair => pair.Invoice.Id) : rows.OrderBy(pair => pair.Invoice.Id);
        return ordered.ThenBy(pair => pair.Row.LineNumber).Select(pair => new OpenRow(
            pair.Invoice.Id, pair.Invoice.Currency, pair.Invoice.DueOn, pair.Invoice.OutstandingMinor,
            pair.Row.Id, pair.Row.Description, pair.Row.Issue, pair.Row.Product, pair.Row.AmountMinor));
    }

    private static async Task<RowSpread> SpreadAsync(AppDbContext db, CancellationToken cancel) =>
        await db.CompanySettings.Select(settings => settings.RowSpread).SingleOrDefaultAsync(cancel);

    // Invoice by invoice: the rows of each come one after the other.
    private static async IAsyncEnumerable<IReadOnlyList<(OpenRow Row, long Open)>> SharesAsync(
        IQueryable<OpenRow> rows, RowSpread spread, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancel)
    {
        List<OpenRow> own = [];
        await foreach (var row in rows.AsAsyncEnumerable().WithCancellation(cancel))
        {
            if (own.Count > 0 && own[0].InvoiceId != row.InvoiceId)
            {
                yield return Shares();
                own.Clear();
            }

            own.Add(row);
        }

        if (own.Count > 0)
        {
            yield return Shares();
        }

        IReadOnlyList<(OpenRow, long)> Shares() =>
            [.. own.Zip(RowShares.OpenOf([.. own.Select(row => row.AmountMinor)], own[0].OutstandingMinor, spread))];
    }

    private static string? NameOf(OpenRow row, UnpaidBy by) => by == UnpaidBy.Issue ? row.Issue : row.Product;

    private static bool IsFound(OpenRow row, string text)
    {
        var part = SearchText.Normalize(text);
        return part.Length == 0 || Has(row.Description) || Has(row.Issue) || Has(row.Product);

        bool Has(string? field) => field is not null && SearchText.Normalize(field).Contains(part, StringComparison.Ordinal);
    }
}
