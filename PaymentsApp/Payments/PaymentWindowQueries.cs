using Microsoft.EntityFrameworkCore;
using PaymentsApp.Data;
using PaymentsApp.Domain;
using PaymentsApp.Security;

namespace PaymentsApp.Payments;

/// <summary>What the New payment window reads. Only accounts that the person may see.</summary>
public sealed class PaymentWindowQueries(IDbContextFactory<AppDbContext> contexts, CurrentUser currentUser)
{
    /// <summary>The most open invoices of one payer that the window shows.</summary>
    public const int OpenInvoicesMax = 10_000;

    /// <summary>How many of the payer's latest payments are looked at for what a bank kept.</summary>
    private const int PaymentsOfFeesMax = 100;

    // One query each: more than a person reads must not make a window wait.
    private const int LatestMax = 100;

    /// <summary>The active payment types, in the order of the list.</summary>
    public async Task<IReadOnlyList<PaymentTypeChoice>> PaymentTypesAsync(CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        await currentUser.RequireAsync(Permission.RegisterPayments, db, cancel);
        return await db.PaymentTypes.Where(type => type.IsActive)
            .OrderBy(type => type.SortOrder).ThenBy(type => type.Id)
            .Select(type => new PaymentTypeChoice(type.Id, type.Name, type.Kind))
            .ToListAsync(cancel);
    }

    /// <summary>One payer without its invoices; null when there is none that this person may see.</summary>
    public async Task<PayerChoice?> FindPayerAsync(int organizationId, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var access = await currentUser.RequireAsync(Permission.RegisterPayments, db, cancel);
        return await PayerAsync(db, access, organizationId, cancel);
    }

    /// <summary>The payer with its open invoices; null when there is none that this person may see.</summary>
    /// <param name="organizationId">The payer.</param>
    /// <param name="invoiceId">The invoice that decides the currency, when one was selected.</param>
    /// <param name="preferredCurrency">The currency in which the payer was found to owe something; null: not known.</param>
    /// <param name="cancel">Stops reading.</param>
    public async Task<PayerAccount?> AccountAsync(int organizationId, int? invoiceId, string? preferredCurrency, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var access = await currentUser.RequireAsync(Permission.RegisterPayments, db, cancel);
        var organization = await access.VisibleOrganizations(db).Where(organization => organization.Id == organizationId)
            .Select(organization => new
            {
                Payer = new PayerChoice(organization.Id, organization.Name, organization.CustomerNumber, organization.Currency),
                organization.AllocationPolicy,
                organization.CommissionBasisPoints,
                organization.PayerId,
            })
            .SingleOrDefaultAsync(cancel);
        if (organization is null || await PayableAccounts.LoadAsync(db, access, organizationId, cancel) is not { } accounts)
        {
            return null;
        }

        var payer = organization.Payer;

        var balances = await BalancesAsync(db, accounts, cancel);
        var invoiceCurrency = invoiceId is null
            ? null
            : await db.Invoices.Where(invoice => invoice.Id == invoiceId && EF.Parameter(accounts.Ids).Contains(invoice.OrganizationId))
                .Select(invoice => invoice.Currency).SingleOrDefaultAsync(cancel);
        var currency = invoiceCurrency
            ?? (balances.Exists(balance => balance.Currency == preferredCurrency) ? preferredCurrency : null)
            ?? (balances.Exists(balance => balance.Currency == payer.Currency) ? payer.Currency : balances.FirstOrDefault().Currency)
            ?? payer.Currency;
        var unappliedMinor = await db.Payments
            .Where(payment => payment.PayerId == organizationId && payment.Currency == currency && payment.UnappliedMinor > 0)
            .SumAsync(payment => payment.UnappliedMinor, cancel);

        IReadOnlyList<OpenInvoice> openInvoices = await OpenInvoicesAsync(db, accounts, currency, cancel);
        if (organization.AllocationPolicy == AllocationPolicy.ByIssue)
        {
            openInvoices = await WithIssuesAsync(db, openInvoices, cancel);
        }

        var openCount = balances.Find(balance => balance.Currency == currency).OpenCount;
        var fees = await FeesAsync(db, organizationId, currency, cancel);
        return new PayerAccount(
            payer with { Currency = currency },
            currency,
            openInvoices,
            openCount,
            [.. balances.Where(balance => balance.Currency != currency).Select(balance => balance.Currency)],
            new Money(unappliedMinor, currency),
            new PayerTerms(organization.AllocationPolicy, organization.CommissionBasisPoints ?? 0, fees)
            {
                HasHiddenInvoices = openCount > openInvoices.Count,
            })
        {
            AccountIds = accounts.Ids,
            PaidBy = organization.PayerId is { } paidBy ? await PayerAsync(db, access, paidBy, cancel) : null,
        };
    }

    /// <summary>The open invoices of the payer and of those it pays for, of one currency, oldest first; none when the person may not see the payer.</summary>
    public async Task<IReadOnlyList<OpenInvoice>> OpenInvoicesAsync(int organizationId, string currency, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var access = await currentUser.RequireAsync(Permission.RegisterPayments, db, cancel);
        return await PayableAccounts.LoadAsync(db, access, organizationId, cancel) is { } accounts
            ? await OpenInvoicesAsync(db, accounts, currency, cancel)
            : [];
    }

    /// <summary>The newest allocation of each of these invoices, for "paid meanwhile by"; of very many only the first.</summary>
    public async Task<IReadOnlyDictionary<int, LatestAllocation>> LatestAllocationsAsync(
        IReadOnlyCollection<int> invoiceIds, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var access = await currentUser.RequireAsync(Permission.RegisterPayments, db, cancel);
        var visible = await access.VisibleInvoices(db)
            .Where(invoice => invoiceIds.Contains(invoice.Id)).Select(invoice => invoice.Id).Order().Take(LatestMax).ToListAsync(cancel);
        return await LatestAllocationQuery.RunAsync(db, visible, cancel);
    }

    private static Task<PayerChoice?> PayerAsync(AppDbContext db, Access access, int organizationId, CancellationToken cancel) =>
        access.VisibleOrganizations(db).Where(organization => organization.Id == organizationId)
            .Select(organization => new PayerChoice(organization.Id, organization.Name, organization.CustomerNumber, organization.Currency))
            .SingleOrDefaultAsync(cancel);

    // What is open per currency, the most invoices first.
    private static async Task<List<(string Currency, int OpenCount)>> BalancesAsync(AppDbContext db, PayableAccounts accounts, CancellationToken cancel)
    {
        var balances = await db.OrganizationBalances
            .Where(balance => EF.Parameter(accounts.Ids).Contains(balance.OrganizationId) && balance.OpenCount > 0)
            .GroupBy(balance => balance.Currency)
            .Select(sums => new { Currency = sums.Key, OpenCount = sums.Sum(balance => balance.OpenCount) }).ToListAsync(cancel);
        return [.. balances.OrderByDescending(sum => sum.OpenCount).ThenBy(sum => sum.Currency, StringComparer.Ordinal).Select(sum => (sum.Currency, sum.OpenCount))];
    }

    // With several accounts no index may offer itself but theirs: another would lead through everybody's open invoices.
    private static IQueryable<Invoice> OldestOpen(AppDbContext db, PayableAccounts accounts, string currency) => accounts.IsAlone
        ? db.Invoices.Where(invoice => invoice.OrganizationId == accounts.PayerId && invoice.OutstandingMinor > 0 && invoice.Currency == currency)
            .OrderBy(invoice => invoice.DueOn).ThenBy(invoice => invoice.Id)
        : db.Invoices.Where(invoice => EF.Parameter(accounts.Ids).Contains(invoice.OrganizationId) && invoice.OutstandingMinor > 0 && invoice.Currency.Trim() == currency)
            .OrderBy(invoice => invoice.OrganizationId * 0).ThenBy(invoice => invoice.DueOn).ThenBy(invoice => invoice.Id);

    /// <summary>The open invoices that a payer's money and credit are offered for, oldest first.</summary>
    internal static async Task<List<OpenInvoice>> OpenInvoicesAsync(
        AppDbContext db, PayableAccounts accounts, string currency, CancellationToken cancel)
    {
        return await OldestOpen(db, accounts, currency).Take(OpenInvoicesMax)
            .Select(invoice => new OpenInvoice(
                invoice.Id, invoice.Number, invoice.IssuedOn, invoice.DueOn, new Money(invoice.TotalMinor, currency), new Money(invoice.OutstandingMinor, currency),
                DescriptionOf(
                    db.InvoiceRows.Where(row => row.InvoiceId == invoice.Id).OrderBy(row => row.LineNumber).Select(row => row.Description).FirstOrDefault(),
                    db.InvoiceRows.Count(row => row.InvoiceId == invoice.Id)))
            {
                Discount = PercentText.Of(new Money(invoice.TotalMinor, currency), invoice.DiscountBasisPoints ?? 0),
                DiscountUntil = invoice.DiscountUntil ?? DateOnly.MinValue,
                Client = accounts.ClientOf(invoice.OrganizationId),
            })
            .ToListAsync(cancel);
    }

    // Only where it decides: the first issue that stands on each invoice.
    private static async Task<IReadOnlyList<OpenInvoice>> WithIssuesAsync(AppDbContext db, IReadOnlyList<OpenInvoice> invoices, CancellationToken cancel)
    {
        int[] ids = [.. invoices.Select(invoice => invoice.Id)];
        var rows = await db.InvoiceRows.Where(row => row.Issue != null && ids.Contains(row.InvoiceId))
            .OrderBy(row => row.InvoiceId).ThenBy(row => row.LineNumber).Select(row => new { row.InvoiceId, row.Issue }).ToListAsync(cancel);
        var issues = rows.DistinctBy(row => row.InvoiceId).ToDictionary(row => row.InvoiceId, row => row.Issue);
        return [.. invoices.Select(invoice => invoice with { Issue = issues.GetValueOrDefault(invoice.Id) })];
    }

    private static async Task<IReadOnlyList<KnownFee>> FeesAsync(AppDbContext db, int organizationId, string currency, CancellationToken cancel)
    {
        var latest = await db.Payments.Where(payment => payment.PayerId == organizationId)
            .OrderByDescending(payment => payment.Number).Take(PaymentsOfFeesMax)
            .Select(payment => new { payment.PaymentTypeId, payment.Currency, payment.AdjustedMinor, payment.WithdrawnMinor }).ToListAsync(cancel);
        return
        [
            .. latest.Where(payment => payment.Currency == currency && payment.AdjustedMinor > 0 && payment.WithdrawnMinor == 0)
                .Select(payment => new KnownFee(payment.PaymentTypeId, payment.AdjustedMinor)),
        ];
    }

    private static string DescriptionOf(string? first, int rowCount) => rowCount > 1 ? $"{first} + {rowCount - 1} more" : first ?? string.Empty;
}
