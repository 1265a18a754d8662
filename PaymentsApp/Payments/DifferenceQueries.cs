using Microsoft.EntityFrameworkCore;
using PaymentsApp.Data;
using PaymentsApp.Domain;
using PaymentsApp.Security;

namespace PaymentsApp.Payments;

/// <summary>What the screens of differences read.</summary>
public sealed class DifferenceQueries(IDbContextFactory<AppDbContext> contexts, CurrentUser currentUser)
{
    /// <summary>Whether the person may settle invoices without money; screens show no controls to others.</summary>
    public async Task<bool> CanAdjustAsync(CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        return await currentUser.FindAsync(Permission.AdjustInvoices, db, cancel) is not null;
    }

    /// <summary>What was agreed about an invoice; null when there is none.</summary>
    /// <param name="invoiceId">The invoice.</param>
    /// <param name="payerId">Who pays; null for whoever pays the invoiced organization.</param>
    /// <param name="on">The day of the payment.</param>
    /// <param name="cancel">Stops reading.</param>
    public async Task<DifferenceOffer?> OfferAsync(int invoiceId, int? payerId, DateOnly on, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var access = await currentUser.RequireAsync(Permission.AdjustInvoices, db, cancel);
        var found = await (
            from invoice in access.VisibleInvoices(db).AsNoTracking()
            where invoice.Id == invoiceId
            join organization in db.Organizations on invoice.OrganizationId equals organization.Id
            join payer in db.Organizations on payerId ?? organization.PayerId ?? organization.Id equals payer.Id
            select new { Invoice = invoice, payer.CommissionBasisPoints }).SingleOrDefaultAsync(cancel);
        if (found is null)
        {
            return null;
        }

        var granted = await db.Adjustments
            .Where(adjustment => adjustment.InvoiceId == invoiceId && !db.Reversals.Any(reversal => reversal.AdjustmentId == adjustment.Id))
            .GroupBy(adjustment => adjustment.Kind)
            .Select(group => new { Kind = group.Key, Minor = group.Sum(adjustment => adjustment.AmountMinor) })
            .ToDictionaryAsync(sum => sum.Kind, sum => sum.Minor, cancel);
        var total = found.Invoice.Total;
        return new DifferenceOffer(
            total,
            found.Invoice.DiscountBasisPoints,
            found.Invoice.DiscountUntil,
            Left(found.Invoice.DiscountOn(on), AdjustmentKind.Discount),
            found.CommissionBasisPoints,
            Left(found.CommissionBasisPoints is { } basisPoints ? PercentText.Of(total, basisPoints) : Money.Zero(total.Currency), AdjustmentKind.AgencyCommission));

        Money Left(Money agreed, AdjustmentKind kind) => agreed with { Minor = Math.Max(0, agreed.Minor - granted.GetValueOrDefault(kind)) };
    }
}
