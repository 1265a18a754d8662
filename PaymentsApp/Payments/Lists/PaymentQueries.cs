using Microsoft.EntityFrameworkCore;
using PaymentsApp.Components.Lists;
using PaymentsApp.Data;
using PaymentsApp.Domain;
using PaymentsApp.Live;
using PaymentsApp.Security;

namespace PaymentsApp.Payments.Lists;

/// <summary>Lists of payments, as far as the person may see them.</summary>
public sealed class PaymentQueries(IDbContextFactory<AppDbContext> contexts, CurrentUser currentUser, SharedReads reads)
{
    private const int TypesMax = 100;

    /// <summary>One page of the list. A payer that the person may not see has no payments.</summary>
    public async Task<Page<PaymentRow>> PageAsync(PaymentSelection selection, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var access = await currentUser.RequireAsync(Permission.ViewAccounts, db, cancel);
        return await reads.ReadAsync(db, access.Scope, selection, (db, cancel) => PageAsync(db, access, selection, cancel), cancel);
    }

    private static async Task<Page<PaymentRow>> PageAsync(AppDbContext db, Access access, PaymentSelection selection, CancellationToken cancel)
    {
        var visible = access.PaymentsOfVisible(db);
        if (selection.OrganizationId is { } organizationId)
        {
            visible = visible.Where(payment => payment.PayerId == organizationId);
        }
        else if (!access.SeesAllOrganizations && !await WithinDays(visible, selection).AreFewAsync(cancel))
        {
            visible = access.VisiblePayments(db); // a rep's many are met often enough on the walk along all
        }

        if (selection is { PaymentTypeId: { } type, OrganizationId: null })
        {
            var ofType = db.Payments.Where(payment => payment.PaymentTypeId == type);
            if (await ofType.AreFewAsync(Keyset.FewMax, cancel))
            {
                var rare = ofType.Select(payment => payment.Number);
                visible = visible.Where(payment => rare.Contains(payment.Number)); // on a walk along all they would be met too seldom
            }
        }

        var rows = await NarrowedAsync(db, access, visible, selection, cancel);
        var numbers = await InOrder(rows, selection).Select(payment => payment.Number).Take(selection.Size + 1).ToListAsync(cancel);
        return Paging.PageOf(await RowsAsync(db, numbers, cancel), selection.Key, row => KeyOf(row, selection.Sort), size: selection.Size);
    }

    /// <summary>All payment types, in the order of the list.</summary>
    public async Task<IReadOnlyList<PaymentTypeChoice>> TypesAsync(CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        await currentUser.RequireAsync(Permission.ViewAccounts, db, cancel);
        return await db.PaymentTypes.OrderBy(type => type.SortOrder).ThenBy(type => type.Id).Take(TypesMax)
            .Select(type => new PaymentTypeChoice(type.Id, type.Name, type.Kind)).ToListAsync(cancel);
    }

    internal static async Task<List<PaymentRow>> RowsAsync(AppDbContext db, List<long> numbers, CancellationToken cancel)
    {
        var rows = await (
            from p in db.Payments
            where EF.Parameter(numbers).Contains(p.Number)
            join o in db.Organizations on p.PayerId equals o.Id
            join t in db.PaymentTypes on p.PaymentTypeId equals t.Id
            join u in db.Users on p.RecordedById equals u.Id
            select new PaymentRow(
                p.Id, p.Number, p.ReceivedOn, o.Id, o.Name, t.Name, p.Reference,
                new Money(p.AmountMinor, p.Currency), new Money(p.AllocatedMinor, p.Currency), new Money(p.UnappliedMinor, p.Currency),
                p.WithdrawnMinor > 0,
                u.DisplayName))
            .ToDictionaryAsync(row => row.Number, cancel);
        return [.. numbers.Where(rows.ContainsKey).Select(number => rows[number])];
    }

    // What leaves few payments is looked up first and sorted then; everything else is met on a walk along the sort index.
    private static async Task<IQueryable<Payment>> NarrowedAsync(
        AppDbContext db, Access access, IQueryable<Payment> visible, PaymentSelection selection, CancellationToken cancel)
    {
        var search = SearchOf(db, access, selection);
        if (search is not null && await search.FewAsync(selection.OrganizationId is null ? db.Payments : visible, cancel) is { } toFew)
        {
            return Filtered(toFew(visible), selection);
        }

        var filtered = Filtered(visible, selection);
        if (selection is { From: not null } or { To: not null } && selection.Sort != PaymentSort.Received && await filtered.AreFewAsync(Keyset.FewMax, cancel))
        {
            var few = filtered.Select(payment => payment.Number);
            filtered = visible.Where(payment => few.Contains(payment.Number));
        }

        return search is null ? filtered : search.Matching(filtered);
    }

    private static IQueryable<Payment> Filtered(IQueryable<Payment> payments, PaymentSelection selection)
    {
        if (selection.PaymentTypeId is { } type)
        {
            // Plus nothing, so that no index serves it: many payments have the same type.
            payments = payments.Where(payment => payment.PaymentTypeId + 0 == type);
        }

        payments = WithinDays(payments, selection);
        return selection.UnappliedOnly ? payments.Where(payment => payment.UnappliedMinor > 0) : payments;
    }

    private static IQueryable<Payment> WithinDays(IQueryable<Payment> payments, PaymentSelection selection)
    {
        if (selection.From is { } from)
        {
            payments = payments.Where(payment => payment.ReceivedOn >= from);
        }

        return selection.To is { } to ? payments.Where(payment => payment.ReceivedOn <= to) : payments;
    }

    private static ListSearch<Payment, long>? SearchOf(AppDbContext db, Access access, PaymentSelection selection)
    {
        if (selection.Search.Length == 0)
        {
            return null;
        }

        var organizations = access.VisibleOrganizations(db);
        return new ListSearch<Payment, long>(
            selection.OrganizationId is { } id ? organizations.Where(organization => organization.Id == id) : organizations,
            selection.OrganizationId is null ? access.NameParts(db) : null,
            PaymentNumber.TryParse(selection.Search, out var number)
                ? payment => new Searchable<Payment, long>
                {
                    Row = payment,
                    Id = payment.Number,
                    Key = payment.ReferenceKey,
                    OrganizationId = payment.PayerId,
                    IsMeant = payment.Number == number,
                }
                : payment => new Searchable<Payment, long>
                {
                    Row = payment,
                    Id = payment.Number,
                    Key = payment.ReferenceKey,
                    OrganizationId = payment.PayerId,
                    IsMeant = false,
                },
            selection.Search,
            isKeySorted: true);
    }

    private static IQueryable<Payment> InOrder(IQueryable<Payment> rows, PaymentSelection selection)
    {
        var key = selection.Key;
        var isDescending = selection.IsDescending != key is { IsBackwards: true };
        (DateOnly, long)? byDay = key?.ValueAsDate() is { } day && key.IdAsNumber() is { } dayNumber ? (day, dayNumber) : null;
        (long, long)? byValue = key?.ValueAsNumber() is { } value && key.IdAsNumber() is { } valueNumber ? (value, valueNumber) : null;
        return selection.Sort switch
        {
            PaymentSort.Received => rows.InOrder(p => p.ReceivedOn, p => p.Number, isDescending, byDay),
            PaymentSort.Amount => rows.InOrder(p => p.AmountMinor, p => p.Number, isDescending, byValue),
            PaymentSort.Number => rows.InOrder(p => p.Number, p => p.Number, isDescending, byValue),
            _ => throw new ArgumentOutOfRangeException(nameof(selection), selection.Sort, "Not a column."),
        };
    }

    private static (string Value, string Id) KeyOf(PaymentRow row, PaymentSort sort) => sort switch
    {
        PaymentSort.Amount => PageKey.At(row.Amount.Minor, row.Number),
        PaymentSort.Number => PageKey.At(row.Number, row.Number),
        _ => PageKey.At(row.ReceivedOn, row.Number),
    };
}
