using Microsoft.EntityFrameworkCore;
using PaymentsApp.Components.Lists;
using PaymentsApp.Data;
using PaymentsApp.Domain;
using PaymentsApp.Payments.Lists;
using PaymentsApp.Security;

#pragma warning disable CA1309 // string.Compare becomes a comparison in SQL, where both databases compare by code unit
namespace PaymentsApp.Organizations;

/// <summary>One organization. A foreign one answers like one that does not exist.</summary>
public sealed class OrganizationDetailQueries(
    IDbContextFactory<AppDbContext> contexts, CurrentUser currentUser, CompanyClock clock)
{
    private const int GlanceRows = 5;
    private const int ContactsMax = 200;
    private const int PaysForMax = 200;

    /// <summary>The header; null when there is no such organization or it is not this person's to see.</summary>
    public async Task<OrganizationHeader?> FindAsync(int id, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var access = await currentUser.RequireAsync(Permission.ViewAccounts, db, cancel);
        var visible = access.VisibleOrganizations(db);

        var found = await visible
            .Where(o => o.Id == id)
            .Select(o => new
            {
                o.Name,
                o.CustomerNumber,
                o.PaymentTermsDays,
                o.Currency,
                Owner = db.Users.Where(user => user.Id == o.OwnerId).Select(user => user.DisplayName).FirstOrDefault(),
                // Asked for as one object, the payers of all organizations would be numbered first.
                PayerId = visible.Where(payer => payer.Id == o.PayerId).Select(payer => (int?)payer.Id).FirstOrDefault(),
                PaysForCount = visible.Count(client => client.PayerId == o.Id),
                PayerName = visible.Where(payer => payer.Id == o.PayerId).Select(payer => payer.Name).FirstOrDefault(),
            })
            .SingleOrDefaultAsync(cancel);
        if (found is null)
        {
            return null;
        }

        var balances = await db.OrganizationBalances.Where(b => b.OrganizationId == id)
            .Select(b => new { b.Currency, b.OutstandingMinor, b.OpenCount }).ToListAsync(cancel);
        var credits = await db.Payments.Where(p => p.PayerId == id && p.UnappliedMinor > 0)
            .Select(p => new { p.Currency, Minor = p.UnappliedMinor })
            .Concat(db.CreditNotes.Where(n => n.OrganizationId == id && n.UnappliedMinor > 0).Select(n => new { n.Currency, Minor = n.UnappliedMinor }))
            .GroupBy(credit => credit.Currency)
            .Select(group => new { Currency = group.Key, Minor = group.Sum(credit => credit.Minor) })
            .ToListAsync(cancel);
        var overdue = await OrganizationSums.OverdueAsync(db, [id], clock.Today, cancel);
        return new OrganizationHeader(
            id, found.Name, found.CustomerNumber, found.Owner, found.PayerId, found.PayerName, found.PaymentTermsDays, found.Currency,
            new MoneyPerCurrency(balances.Select(b => new Money(b.OutstandingMinor, b.Currency))),
            overdue.GetValueOrDefault(id, MoneyPerCurrency.None),
            new MoneyPerCurrency(credits.Select(c => new Money(c.Minor, c.Currency))),
            balances.Sum(b => b.OpenCount))
        {
            PaysForCount = found.PaysForCount,
        };
    }

    /// <summary>The first tab; null as <see cref="FindAsync"/>.</summary>
    public async Task<OrganizationOverview?> OverviewAsync(int id, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var access = await currentUser.RequireAsync(Permission.ViewAccounts, db, cancel);
        if (!await access.VisibleOrganizations(db).AnyAsync(o => o.Id == id, cancel))
        {
            return null;
        }

        var aging = await OrganizationSums.AgingAsync(db, id, clock.Today, cancel);
        var paymentNumbers = await db.Payments.Where(p => p.PayerId == id)
            .OrderByDescending(p => p.ReceivedOn).ThenByDescending(p => p.Number).Select(p => p.Number).Take(GlanceRows).ToListAsync(cancel);
        var payments = await PaymentQueries.RowsAsync(db, paymentNumbers, cancel);
        var invoices = await Rows(db.Invoices.Where(i => i.OrganizationId == id && i.OutstandingMinor > 0)
            .OrderBy(i => i.DueOn).ThenBy(i => i.Id).Take(GlanceRows)).ToListAsync(cancel);
        var contacts = await Contacts(db, id).Take(GlanceRows).ToListAsync(cancel);
        return new OrganizationOverview(aging, payments, invoices, contacts) { PaysFor = await PaysForAsync(db, access, id, cancel) };
    }

    private static async Task<IReadOnlyList<PaidForRow>> PaysForAsync(AppDbContext db, Access access, int id, CancellationToken cancel)
    {
        var clients = await access.VisibleOrganizations(db).Where(o => o.PayerId == id)
            .OrderBy(o => o.SearchName).ThenBy(o => o.Id).Take(PaysForMax)
            .Select(o => new { o.Id, o.Name, o.CustomerNumber }).ToListAsync(cancel);
        int[] ids = [.. clients.Select(client => client.Id)];
        var balances = await db.OrganizationBalances.Where(b => EF.Parameter(ids).Contains(b.OrganizationId) && b.OutstandingMinor > 0)
            .Select(b => new { b.OrganizationId, b.Currency, b.OutstandingMinor }).ToListAsync(cancel);
        var open = balances.ToLookup(b => b.OrganizationId, b => new Money(b.OutstandingMinor, b.Currency));
        return [.. clients.Select(client => new PaidForRow(client.Id, client.Name, client.CustomerNumber, new MoneyPerCurrency(open[client.Id])))];
    }

    /// <summary>One page of its invoices; none for an organization that is not this person's to see.</summary>
    public async Task<Page<OrganizationInvoiceRow>> InvoicesAsync(OrganizationInvoiceList list, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var access = await currentUser.RequireAsync(Permission.ViewAccounts, db, cancel);

        var invoices = access.VisibleInvoices(db).Where(i => i.OrganizationId == list.OrganizationId);
        if (list.IsOpenOnly)
        {
            invoices = invoices.Where(i => i.OutstandingMinor > 0);
        }

        if (list.Search.Length > 0)
        {
            var key = SearchText.Key(list.Search);
            var end = SearchText.PrefixEnd(key);
            invoices = invoices.Where(i => string.Compare(i.NumberKey, key) >= 0 && string.Compare(i.NumberKey, end) < 0);
        }

        var rows = await Rows(InOrder(invoices, list).Take(Paging.Size + 1)).ToListAsync(cancel);
        return Paging.PageOf(rows, list.Key, row => KeyOf(row, list.Sort));
    }

    /// <summary>Its contacts by name; none for an organization that is not this person's to see.</summary>
    public async Task<IReadOnlyList<ContactRow>> ContactsAsync(int id, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var access = await currentUser.RequireAsync(Permission.ViewAccounts, db, cancel);
        return await access.VisibleOrganizations(db).AnyAsync(o => o.Id == id, cancel)
            ? await Contacts(db, id).Take(ContactsMax).ToListAsync(cancel)
            : [];
    }

    private static IQueryable<ContactRow> Contacts(AppDbContext db, int id) => db.Set<Contact>()
        .Where(c => c.OrganizationId == id)
        .OrderBy(c => c.Name).ThenBy(c => c.Id)
        .Select(c => new ContactRow(c.Id, c.Name, c.Role, c.Email, c.Phone));

    private IQueryable<OrganizationInvoiceRow> Rows(IQueryable<Invoice> invoices)
    {
        var today = clock.Today;
        return invoices.Select(i => new OrganizationInvoiceRow(
            i.Id, i.Number, i.IssuedOn, i.DueOn, InvoiceStatuses.DaysOverdue(i.OutstandingMinor, i.DueOn, today),
            new Money(i.TotalMinor, i.Currency), new Money(i.OutstandingMinor, i.Currency), InvoiceStatuses.Of(i.OutstandingMinor, i.TotalMinor)));
    }

    private static IQueryable<Invoice> InOrder(IQueryable<Invoice> invoices, OrganizationInvoiceList list)
    {
        var key = list.Key;
        var isDescending = list.IsDescending != key is { IsBackwards: true };
        (DateOnly, int)? byDay = key?.ValueAsDate() is { } day && key.IdAsNumber() is { } dayId ? (day, dayId) : null;
        (long, int)? byAmount = key?.ValueAsNumber() is { } minor && key.IdAsNumber() is { } amountId ? (minor, amountId) : null;
        return list.Sort switch
        {
            OrganizationInvoiceSort.Due => invoices.InOrder(i => i.DueOn, i => i.Id, isDescending, byDay),
            OrganizationInvoiceSort.Issued => invoices.InOrder(i => i.IssuedOn, i => i.Id, isDescending, byDay),
            OrganizationInvoiceSort.Total => invoices.InOrder(i => i.TotalMinor, i => i.Id, isDescending, byAmount),
            OrganizationInvoiceSort.Outstanding => invoices.InOrder(i => i.OutstandingMinor, i => i.Id, isDescending, byAmount),
            OrganizationInvoiceSort.Number => invoices.InOrder(
                i => i.NumberKey, i => i.Id, isDescending, key?.IdAsNumber() is { } id ? (key.Value, id) : null),
            _ => throw new ArgumentOutOfRangeException(nameof(list), list.Sort, "Not a column."),
        };
    }

    private static (string Value, string Id) KeyOf(OrganizationInvoiceRow row, OrganizationInvoiceSort sort) => sort switch
    {
        OrganizationInvoiceSort.Number => PageKey.At(SearchText.Key(row.Number), row.Id),
        OrganizationInvoiceSort.Issued => PageKey.At(row.IssuedOn, row.Id),
        OrganizationInvoiceSort.Total => PageKey.At(row.Total.Minor, row.Id),
        OrganizationInvoiceSort.Outstanding => PageKey.At(row.Outstanding.Minor, row.Id),
        _ => PageKey.At(row.DueOn, row.Id),
    };
}
