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
    /// <param name="cancel">Stops reading.</param>
    public async Task<PayerAccount?> AccountAsync(int organizationId, int? invoiceId, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var access = await currentUser.RequireAsync(Permission.RegisterPayments, db, cancel);
        if (await PayerAsync(db, access, organizationId, cancel) is not { } payer)
        {
            return null;
        }

        var balances = await db.OrganizationBalances
            .Where(balance => balance.OrganizationId == organizationId && balance.OpenCount > 0)
            .OrderByDescending(balance => balance.OpenCount).ThenBy(balance => balance.Currency).ToListAsync(cancel);
        var invoiceCurrency = invoiceId is null
            ? null
            : await db.Invoices.Where(invoice => invoice.Id == invoiceId && invoice.OrganizationId == organizationId)
                .Select(invoice => invoice.Currency).SingleOrDefaultAsync(cancel);
        var currency = invoiceCurrency
            ?? (balances.Exists(balance => balance.Currency == payer.Currency) ? payer.Currency : balances.FirstOrDefault()?.Currency)
            ?? payer.Currency;
        var unappliedMinor = await db.Payments
            .Where(payment => payment.PayerId == organizationId && payment.Currency == currency && payment.UnappliedMinor > 0)
            .SumAsync(payment => payment.UnappliedMinor, cancel);

        return new PayerAccount(
            payer with { Currency = currency },
            currency,
            await OpenInvoicesAsync(db, organizationId, currency, cancel),
            balances.Find(balance => balance.Currency == currency)?.OpenCount ?? 0,
            [.. balances.Where(balance => balance.Currency != currency).Select(balance => balance.Currency)],
            new Money(unappliedMinor, currency));
    }

    /// <summary>The payer's open invoices of one currency, oldest first; none when the person may not see the payer.</summary>
    public async Task<IReadOnlyList<OpenInvoice>> OpenInvoicesAsync(int organizationId, string currency, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var access = await currentUser.RequireAsync(Permission.RegisterPayments, db, cancel);
        return await access.VisibleOrganizations(db).AnyAsync(organization => organization.Id == organizationId, cancel)
            ? await OpenInvoicesAsync(db, organizationId, currency, cancel)
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

    private static Task<List<OpenInvoice>> OpenInvoicesAsync(
        AppDbContext db, int organizationId, string currency, CancellationToken cancel)
    {
        return db.Invoices
            .Where(invoice => invoice.OrganizationId == organizationId && invoice.OutstandingMinor > 0 && invoice.Currency == currency)
            .OrderBy(invoice => invoice.DueOn).ThenBy(invoice => invoice.Id).Take(OpenInvoicesMax)
            .Select(invoice => new OpenInvoice(
                invoice.Id, invoice.Number, invoice.IssuedOn, invoice.DueOn, new Money(invoice.TotalMinor, currency), new Money(invoice.OutstandingMinor, currency),
                DescriptionOf(
                    db.InvoiceRows.Where(row => row.InvoiceId == invoice.Id).OrderBy(row => row.LineNumber).Select(row => row.Description).FirstOrDefault(),
                    db.InvoiceRows.Count(row => row.InvoiceId == invoice.Id))))
            .ToListAsync(cancel);
    }

    private static string DescriptionOf(string? first, int rowCount) => rowCount > 1 ? $"{first} + {rowCount - 1} more" : first ?? string.Empty;
}
