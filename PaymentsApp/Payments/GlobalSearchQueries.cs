using System.Globalization;
using Microsoft.EntityFrameworkCore;
using PaymentsApp.Components.Search;
using PaymentsApp.Data;
using PaymentsApp.Domain;
using PaymentsApp.Security;

namespace PaymentsApp.Payments;

/// <summary>
/// The search in the header: organizations by name or customer number, invoices by number, payments by number or
/// reference. All by the beginning of the folded text, which an index serves at any size.
/// </summary>
public sealed class GlobalSearchQueries(IDbContextFactory<AppDbContext> contexts, CurrentUser currentUser)
{
    private const int HitsOfKind = 6;

    // A rep's search looks at no more rows than this in the range of the prefix: a short prefix may hold a million of
    // other people's. A longer one finds the rest.
    private const int CandidatesMax = 2_000;

    /// <summary>A few hits of each kind that the person may see; none for people without accounts.</summary>
    public async Task<IReadOnlyList<SearchHit>> SearchAsync(string text, CancellationToken cancel)
    {
        var name = SearchText.Normalize(text);
        var key = SearchText.Key(text);
        if (name.Length == 0 || key.Length == 0)
        {
            return [];
        }

        await using var db = await contexts.CreateDbContextAsync(cancel);
        if (await currentUser.FindAsync(Permission.ViewAccounts, db, cancel) is not { } access)
        {
            return [];
        }

        return
        [
            .. await OrganizationsAsync(db, access, name, text.Trim().ToUpperInvariant(), cancel),
            .. await InvoicesAsync(db, access, key, cancel),
            .. await PaymentsAsync(db, access, text, key, cancel),
        ];
    }

    private static async Task<IEnumerable<SearchHit>> OrganizationsAsync(
        AppDbContext db, Access access, string name, string number, CancellationToken cancel)
    {
        var visible = access.VisibleOrganizations(db);
        var nameEnd = SearchText.PrefixEnd(name);
        var numberEnd = SearchText.PrefixEnd(number);
        var found = await visible
            .Where(o => o.CustomerNumber.CompareTo(number) >= 0 && o.CustomerNumber.CompareTo(numberEnd) < 0)
            .OrderBy(o => o.CustomerNumber).Take(HitsOfKind)
            .Select(o => new OrganizationHit(o.Id, o.CustomerNumber, o.Name)).ToListAsync(cancel);
        found.AddRange(await visible
            .Where(o => o.SearchName.CompareTo(name) >= 0 && o.SearchName.CompareTo(nameEnd) < 0)
            .OrderBy(o => o.SearchName).ThenBy(o => o.Id).Take(HitsOfKind)
            .Select(o => new OrganizationHit(o.Id, o.CustomerNumber, o.Name)).ToListAsync(cancel));
        if (found.Count < HitsOfKind)
        {
            // People remember the second word of a name too.
            var word = " " + name;
            var within = await visible.FewNamedAsync(access.NameParts(db), name, cancel) is { } few ? visible.Where(o => EF.Parameter(few).Contains(o.Id)) : visible;
            found.AddRange(await within
                .Where(o => o.SearchName.Contains(word))
                .OrderBy(o => o.SearchName).ThenBy(o => o.Id).Take(HitsOfKind)
                .Select(o => new OrganizationHit(o.Id, o.CustomerNumber, o.Name)).ToListAsync(cancel));
        }

        return found.DistinctBy(o => o.Id).Take(HitsOfKind)
            .Select(o => new SearchHit(SearchHitKind.Organization, o.Name, o.CustomerNumber, $"/ad-sales/organizations/{o.Id}/overview"));
    }

    private static async Task<IEnumerable<SearchHit>> InvoicesAsync(AppDbContext db, Access access, string key, CancellationToken cancel)
    {
        var end = SearchText.PrefixEnd(key);
        var range = db.Invoices
            .Where(i => i.NumberKey.CompareTo(key) >= 0 && i.NumberKey.CompareTo(end) < 0)
            .OrderBy(i => i.NumberKey)
            .Take(access.SeesAllOrganizations ? HitsOfKind : CandidatesMax);
        var hits = await range
            .Join(access.VisibleOrganizations(db), i => i.OrganizationId, o => o.Id, (i, o) => new { Invoice = i, o.Name })
            .OrderBy(hit => hit.Invoice.NumberKey).Take(HitsOfKind)
            .Select(hit => new
            {
                hit.Invoice.Id,
                hit.Invoice.Number,
                hit.Invoice.OrganizationId,
                hit.Invoice.OutstandingMinor,
                hit.Invoice.Currency,
                hit.Name,
            })
            .ToListAsync(cancel);
        return hits.Select(hit => new SearchHit(
            SearchHitKind.Invoice,
            hit.Number,
            hit.OutstandingMinor == 0 ? $"{hit.Name} · paid" : $"{hit.Name} · {Text(hit.OutstandingMinor, hit.Currency)} open",
            // The invoice's own page is Finance's; a rep finds it among the client's invoices.
            access.SeesAllOrganizations
                ? $"/finance/invoices/{hit.Id}"
                : $"/ad-sales/organizations/{hit.OrganizationId}/invoices?show=all&q={Uri.EscapeDataString(hit.Number)}"));
    }

    private static async Task<IEnumerable<SearchHit>> PaymentsAsync(
        AppDbContext db, Access access, string text, string key, CancellationToken cancel)
    {
        var end = SearchText.PrefixEnd(key);
        var byReference = db.Payments
            .Where(p => p.ReferenceKey!.CompareTo(key) >= 0 && p.ReferenceKey!.CompareTo(end) < 0)
            .OrderBy(p => p.ReferenceKey).ThenByDescending(p => p.Number)
            .Take(access.SeesAllOrganizations ? HitsOfKind : CandidatesMax);
        var hits = PaymentNumber.TryParse(text, out var number)
            ? await HitsAsync(db.Payments.Where(p => p.Number == number))
            : [];
        hits.AddRange(await HitsAsync(byReference));
        var parts = number > 0 && !access.SeesAllOrganizations ? await PartsAsync(db, access, number, cancel) : [];
        return hits.DistinctBy(hit => hit.Id).Take(HitsOfKind).Select(hit => new SearchHit(
            SearchHitKind.Payment,
            hit.Reference is null ? PaymentNumber.Format(hit.Number) : $"{PaymentNumber.Format(hit.Number)} · {hit.Reference}",
            $"{hit.Payer} · {Text(hit.AmountMinor, hit.Currency)} · {hit.ReceivedOn.ToString("d", CultureInfo.CurrentCulture)}",
            $"/payments/{hit.Id}")).Concat(parts.Where(part => !hits.Exists(hit => part.Href.EndsWith($"{hit.Id}", StringComparison.Ordinal))));

        Task<List<PaymentHit>> HitsAsync(IQueryable<Payment> payments) => payments
            .Join(access.VisibleOrganizations(db), p => p.PayerId, o => o.Id, (p, o) => new { Payment = p, o.Name })
            .OrderBy(hit => hit.Payment.ReferenceKey).ThenByDescending(hit => hit.Payment.Number).Take(HitsOfKind)
            .Select(hit => new PaymentHit(
                hit.Payment.Id, hit.Payment.Number, hit.Payment.Reference, hit.Name,
                hit.Payment.AmountMinor, hit.Payment.Currency, hit.Payment.ReceivedOn))
            .ToListAsync(cancel);
    }

    // Of a payment of others a rep finds the number, with the own clients that it paid for; the reference is not theirs to know.
    private static async Task<List<SearchHit>> PartsAsync(AppDbContext db, Access access, long number, CancellationToken cancel)
    {
        var found = await (
            from payment in db.Payments
            where payment.Number == number
            join part in access.VisibleParts(db) on payment.Id equals part.PaymentId
            join client in db.Organizations on part.OrganizationId equals client.Id
            orderby client.Name
            select new { payment.Id, payment.Number, payment.ReceivedOn, client.Name }).Take(HitsOfKind).ToListAsync(cancel);
        return
        [
            .. found.GroupBy(part => (part.Id, part.Number, part.ReceivedOn)).Select(payment => new SearchHit(
                SearchHitKind.Payment,
                PaymentNumber.Format(payment.Key.Number),
                $"for {string.Join(", ", payment.Select(part => part.Name))} · {payment.Key.ReceivedOn.ToString("d", CultureInfo.CurrentCulture)}",
                $"/payments/{payment.Key.Id}")),
        ];
    }

    private static string Text(long minor, string currency) =>
        MoneyText.WithCode(new Money(minor, currency), CultureInfo.CurrentCulture);

    private sealed record OrganizationHit(int Id, string CustomerNumber, string Name);

    private sealed record PaymentHit(
        Guid Id, long Number, string? Reference, string Payer, long AmountMinor, string Currency, DateOnly ReceivedOn);
}
