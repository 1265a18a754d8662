using Microsoft.EntityFrameworkCore;
using PaymentsApp.Data;
using PaymentsApp.Domain;
using PaymentsApp.Payments;
using PaymentsApp.Security;

namespace PaymentsApp.Invoicing.Details;

/// <summary>What the page of one invoice and the New invoice form read.</summary>
public sealed class InvoiceQueries(IDbContextFactory<AppDbContext> contexts, CurrentUser currentUser, CompanyClock clock)
{
    private const string FirstNumber = "INV-0001";
    private const string FirstCreditNoteNumber = "CN-0001";
    private const int NumbersTried = 20;

    /// <summary>Null when there is none that this person may see.</summary>
    public async Task<InvoiceDetails?> FindAsync(int id, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var access = await currentUser.RequireAsync(Permission.ViewAccounts, db, cancel);
        var found = await (
            from invoice in access.VisibleInvoices(db).AsNoTracking()
            where invoice.Id == id
            join organization in db.Organizations on invoice.OrganizationId equals organization.Id
            select new
            {
                Invoice = invoice,
                organization.Name,
                organization.CustomerNumber,
                Batch = db.InvoiceBatches.Where(batch => batch.Id == invoice.BatchId).Select(batch => batch.Name).FirstOrDefault(),
            }).SingleOrDefaultAsync(cancel);
        if (found is null)
        {
            return null;
        }

        var header = found.Invoice;
        var waitingMinor = await db.ApprovalRequests
            .Where(request => request.InvoiceId == id && request.DecidedAt == null && request.Kind == ApprovalKind.Adjustment)
            .SumAsync(request => request.AmountMinor ?? 0, cancel);
        var rows = await db.InvoiceRows.AsNoTracking().Where(row => row.InvoiceId == id).OrderBy(row => row.LineNumber).ToListAsync(cancel);
        return new InvoiceDetails(
            header.Id,
            header.Number,
            header.OrganizationId,
            found.Name,
            found.CustomerNumber,
            header.IssuedOn,
            header.DueOn,
            header.DaysOverdue(clock.Today),
            header.Status,
            header.Total,
            new Money(header.AllocatedMinor, header.Currency),
            new Money(header.AdjustedMinor, header.Currency),
            header.Outstanding,
            found.Batch,
            [.. rows.Select(row => new InvoiceDetailsRow(row.LineNumber, row.Description, row.Issue, row.Product, new Money(row.AmountMinor, header.Currency)))],
            await HistoryAsync(db, access, id, cancel))
        {
            Waiting = new Money(waitingMinor, header.Currency),
            DiscountBasisPoints = header.DiscountBasisPoints,
            DiscountUntil = header.DiscountUntil,
            CanAdjust = access.Has(Permission.AdjustInvoices),
        };
    }

    /// <summary>What a new invoice starts with.</summary>
    public async Task<InvoiceDefaults> DefaultsAsync(CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        await currentUser.RequireAsync(Permission.AddInvoices, db, cancel);
        var newest = await db.Invoices.Where(invoice => invoice.BatchId == null)
                .OrderByDescending(invoice => invoice.Id).Select(invoice => invoice.Number).FirstOrDefaultAsync(cancel)
            ?? await db.Invoices.OrderByDescending(invoice => invoice.Id).Select(invoice => invoice.Number).FirstOrDefaultAsync(cancel);
        var currency = await db.CompanySettings.Select(settings => settings.Currency).SingleAsync(cancel);
        return new InvoiceDefaults(await FreeNumberAsync(db, newest, cancel), currency, clock.Today);
    }

    /// <summary>What a new credit note starts with: the number after the newest one.</summary>
    public async Task<InvoiceDefaults> CreditNoteDefaultsAsync(CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        await currentUser.RequireAsync(Permission.AddInvoices, db, cancel);
        var newest = await db.CreditNotes.OrderByDescending(note => note.RecordedAt).ThenByDescending(note => note.Id).Select(note => note.Number).FirstOrDefaultAsync(cancel);
        var number = newest is null ? FirstCreditNoteNumber : NextNumber.After(newest);
        var key = SearchText.Key(number);
        var isTaken = number.Length > 0 && await db.CreditNotes.AnyAsync(note => note.NumberKey == key, cancel);
        var currency = await db.CompanySettings.Select(settings => settings.Currency).SingleAsync(cancel);
        return new InvoiceDefaults(isTaken ? "" : number, currency, clock.Today);
    }

    /// <summary>Payment terms, in days, of an organization that this person may see; null when there is none.</summary>
    public async Task<int?> PaymentTermsAsync(int organizationId, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var access = await currentUser.RequireAsync(Permission.AddInvoices, db, cancel);
        return await access.VisibleOrganizations(db).Where(organization => organization.Id == organizationId)
            .Select(organization => (int?)organization.PaymentTermsDays).SingleOrDefaultAsync(cancel);
    }

    // A number in the gap before an imported one may be taken: look a little further, then leave it to the person.
    private static async Task<string> FreeNumberAsync(AppDbContext db, string? newest, CancellationToken cancel)
    {
        var number = newest is null ? FirstNumber : NextNumber.After(newest);
        for (var attempt = 0; attempt < NumbersTried && number.Length > 0; attempt++)
        {
            var key = SearchText.Key(number);
            if (!await db.Invoices.AnyAsync(invoice => invoice.NumberKey == key, cancel))
            {
                return number;
            }

            number = NextNumber.After(number);
        }

        return "";
    }

    private static async Task<IReadOnlyList<InvoiceEvent>> HistoryAsync(AppDbContext db, Access access, int invoiceId, CancellationToken cancel) =>
    [
        .. (await AllocationsAsync(db, access, invoiceId, cancel)).Concat(await AdjustmentsAsync(db, access, invoiceId, cancel))
            .OrderByDescending(entry => entry.RecordedAt).ThenByDescending(entry => entry.Id),
    ];

    private static async Task<IEnumerable<InvoiceEvent>> AllocationsAsync(AppDbContext db, Access access, int invoiceId, CancellationToken cancel)
    {
        var (visible, whole) = (access.VisiblePayments(db), access.WholePayments(db));
        var found = await (
            from allocation in db.Allocations.AsNoTracking()
            where allocation.InvoiceId == invoiceId
            join payment in db.Payments on allocation.PaymentId equals payment.Id
            join type in db.PaymentTypes on payment.PaymentTypeId equals type.Id
            join user in db.Users on allocation.RecordedById equals user.Id
            join reversal in db.Reversals on allocation.Id equals reversal.AllocationId into reversals
            from reversal in reversals.DefaultIfEmpty()
            join reverser in db.Users on reversal.RecordedById equals reverser.Id into reversers
            from reverser in reversers.DefaultIfEmpty()
            select new
            {
                Allocation = allocation,
                payment.Number,
                Reference = visible.Any(own => own.Id == payment.Id) ? payment.Reference : null, // an agency's is not its client's
                IsWhole = whole.Any(own => own.Id == payment.Id),
                Type = type.Name,
                user.DisplayName,
                Reversal = reversal,
                Reverser = reverser.DisplayName,
            }).ToListAsync(cancel);
        return found.Select(row => new InvoiceEvent(
            row.Allocation.Id,
            row.Allocation.PaymentId,
            row.Number,
            row.Reference is null ? row.Type : $"{row.Type} {row.Reference}",
            row.Allocation.Amount,
            row.Allocation.AppliedOn,
            row.Allocation.RecordedAt,
            row.DisplayName,
            Reversed(row.Reversal, row.Reverser, row.IsWhole)));
    }

    private static async Task<IEnumerable<InvoiceEvent>> AdjustmentsAsync(AppDbContext db, Access access, int invoiceId, CancellationToken cancel)
    {
        var whole = access.WholePayments(db);
        var found = await (
            from adjustment in db.Adjustments.AsNoTracking()
            where adjustment.InvoiceId == invoiceId
            join user in db.Users on adjustment.RecordedById equals user.Id
            join reversal in db.Reversals on adjustment.Id equals reversal.AdjustmentId into reversals
            from reversal in reversals.DefaultIfEmpty()
            join reverser in db.Users on reversal.RecordedById equals reverser.Id into reversers
            from reverser in reversers.DefaultIfEmpty()
            select new
            {
                Adjustment = adjustment,
                user.DisplayName,
                Reversal = reversal,
                Reverser = reverser.DisplayName,
                IsWhole = adjustment.MadeWithPaymentId == null || whole.Any(own => own.Id == adjustment.MadeWithPaymentId),
            }).ToListAsync(cancel);
        return found.Select(row => new InvoiceEvent(
            row.Adjustment.Id,
            null,
            null,
            Words(row.Adjustment),
            row.Adjustment.Amount,
            row.Adjustment.EffectiveOn,
            row.Adjustment.RecordedAt,
            row.DisplayName,
            Reversed(row.Reversal, row.Reverser, row.IsWhole)));
    }

    // Why a payment was taken back is written for all whom it paid for.
    private static InvoiceEventReversal? Reversed(Reversal? reversal, string? by, bool isWhole) =>
        reversal is null ? null : new InvoiceEventReversal(reversal.EffectiveOn, isWhole ? reversal.Reason : null, by ?? "");

    private static string Words(Adjustment adjustment)
    {
        var kind = $"{DifferenceText.Of(adjustment.Kind)} ({ReasonCodes.NameOf(adjustment.ReasonCode)})";
        return adjustment.Note is null ? kind : $"{kind}: {adjustment.Note}";
    }
}
