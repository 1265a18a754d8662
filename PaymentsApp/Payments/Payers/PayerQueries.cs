using System.Globalization;
using Microsoft.EntityFrameworkCore;
using PaymentsApp.Data;
using PaymentsApp.Domain;
using PaymentsApp.Security;

namespace PaymentsApp.Payments.Payers;

/// <summary>Finds organizations by what a person has in hand. Only accounts that the person may see.</summary>
public sealed class PayerQueries(IDbContextFactory<AppDbContext> contexts, CurrentUser currentUser)
{
    /// <summary>The most organizations that a search proposes.</summary>
    public const int PayersMax = 8;

    private const int ShortestText = 2;

    /// <summary>How many invoices with a common start of their number are looked through for those that a rep may see.</summary>
    private const int InvoicesScannedMax = 500;

    /// <summary>Organizations by invoice number, customer number or part of the name, in this order.</summary>
    public async Task<IReadOnlyList<PayerChoice>> FindPayersAsync(string text, CancellationToken cancel)
    {
        if (SearchText.Normalize(text).Length < ShortestText)
        {
            return [];
        }

        await using var db = await contexts.CreateDbContextAsync(cancel);
        var access = await currentUser.RequireAsync(Permission.RegisterPayments, db, cancel);
        return Best(await KnownAsync(db, access, text, cancel), []);
    }

    /// <summary>
    /// Who may have paid, by an amount, a check number or reference, an invoice number, a customer number or part of the name;
    /// also an amount with part of the name beside it. Best first, each with its reason. What belongs to a client of an agency proposes the agency.
    /// </summary>
    /// <param name="text">What was typed.</param>
    /// <param name="receivedOn">The payment's date, for discounts.</param>
    /// <param name="culture">The person's, for amounts.</param>
    /// <param name="cancel">Stops reading.</param>
    public async Task<IReadOnlyList<PayerChoice>> WhoPaidAsync(string text, DateOnly receivedOn, CultureInfo culture, CancellationToken cancel)
    {
        var clue = PayerClue.Of(text, culture);
        if (clue.Name.Length < ShortestText && !clue.HasAmount)
        {
            return [];
        }

        await using var db = await contexts.CreateDbContextAsync(cancel);
        var access = await currentUser.RequireAsync(Permission.RegisterPayments, db, cancel);
        var byReference = clue.Number is { } number && number.Any(char.IsAsciiDigit)
            ? await new PayersByReference(db, access).FindAsync(text.Trim(), number, PayersMax, cancel)
            : [];
        var byAmount = clue.HasAmount ? await new PayersByAmount(db, access, clue, receivedOn).FindAsync(PayersMax, cancel) : [];
        var known = clue.Number is null ? [] : await KnownAsync(db, access, text, cancel);
        var best = Best(known, [.. byReference.Where(payer => payer.Reason is PayerReason.NextCheck), .. byAmount, .. byReference]);
        return await PayersOfClients.AddAsync(db, access, best, PayersMax, cancel);
    }

    // A number typed in full says more than an amount, that more than a name, and a number typed in part may be anything.
    private static PayerChoice[] Best(IReadOnlyList<(PayerChoice Payer, bool IsWhole)> known, IReadOnlyList<PayerChoice> paid) =>
    [
        .. known.Where(hit => hit.IsWhole).Select(hit => hit.Payer)
            .Concat(paid)
            .Concat(known.Where(hit => hit.Payer.Reason is not PayerReason.InvoiceNumber).Select(hit => hit.Payer))
            .Concat(known.Select(hit => hit.Payer))
            .DistinctBy(payer => payer.OrganizationId).Take(PayersMax),
    ];

    private static async Task<IReadOnlyList<(PayerChoice Payer, bool IsWhole)>> KnownAsync(
        AppDbContext db, Access access, string text, CancellationToken cancel)
    {
        var name = SearchText.Normalize(text);
        var organizations = access.VisibleOrganizations(db);
        var numberKey = SearchText.Key(text);
        var numberKeyEnd = SearchText.PrefixEnd(numberKey);
        var byInvoice = await db.Invoices
            .Where(invoice => invoice.NumberKey.CompareTo(numberKey) >= 0 && invoice.NumberKey.CompareTo(numberKeyEnd) < 0)
            .OrderBy(invoice => invoice.NumberKey).Take(InvoicesScannedMax)
            .Join(organizations, invoice => invoice.OrganizationId, organization => organization.Id, (invoice, organization) =>
                new { organization.Id, organization.Name, organization.CustomerNumber, organization.Currency, invoice.Number, invoice.NumberKey, InvoiceId = invoice.Id })
            .Take(PayersMax)
            .ToListAsync(cancel);

        var customerNumber = text.Trim();
        var customerNumberEnd = SearchText.PrefixEnd(customerNumber);
        var byCustomerNumber = await organizations
            .Where(organization => organization.CustomerNumber.CompareTo(customerNumber) >= 0
                && organization.CustomerNumber.CompareTo(customerNumberEnd) < 0)
            .OrderBy(organization => organization.CustomerNumber).Take(PayersMax)
            .Select(organization => new PayerChoice(organization.Id, organization.Name, organization.CustomerNumber, organization.Currency))
            .ToListAsync(cancel);

        var byName = await NamedAsync(organizations, access.NameParts(db), name, cancel);

        return
        [
            .. byInvoice.Where(hit => hit.NumberKey == numberKey).Concat(byInvoice).Select(hit => (
                new PayerChoice(hit.Id, hit.Name, hit.CustomerNumber, hit.Currency)
                {
                    InvoiceId = hit.InvoiceId,
                    Reason = new PayerReason.InvoiceNumber(hit.Number),
                },
                hit.NumberKey == numberKey)),
            .. byCustomerNumber.Select(payer => (payer with { Reason = new PayerReason.CustomerNumber() }, payer.CustomerNumber == customerNumber)),
            .. byName.Select(payer => (payer with { Reason = new PayerReason.Name() }, false)),
        ];
    }

    // Names that begin with the text first: a range of the index. Then those that hold it, few by their ids, many on the walk by name.
    private static async Task<List<PayerChoice>> NamedAsync(
        IQueryable<Organization> organizations, IQueryable<OrganizationNamePart>? parts, string name, CancellationToken cancel)
    {
        var end = SearchText.PrefixEnd(name);
        var found = await FirstAsync(organizations.Where(o => o.SearchName.CompareTo(name) >= 0 && o.SearchName.CompareTo(end) < 0), cancel);
        if (found.Count < PayersMax)
        {
            found.AddRange(await FirstAsync(
                await organizations.FewNamedAsync(parts, name, cancel) is { } few
                    ? organizations.Where(o => EF.Parameter(few).Contains(o.Id))
                    : organizations.Where(o => o.SearchName.Contains(name)),
                cancel));
        }

        return found;
    }

    private static Task<List<PayerChoice>> FirstAsync(IQueryable<Organization> organizations, CancellationToken cancel) => organizations
        .OrderBy(o => o.SearchName).ThenBy(o => o.Id).Take(PayersMax)
        .Select(o => new PayerChoice(o.Id, o.Name, o.CustomerNumber, o.Currency))
        .ToListAsync(cancel);
}
