using Microsoft.EntityFrameworkCore;
using PaymentsApp.Data;
using PaymentsApp.Domain;
using PaymentsApp.Security;

namespace PaymentsApp.Payments.Details;

/// <summary>What came of a payment that the person may see.</summary>
internal static class PaymentCorrectionsQuery
{
    public static async Task<PaymentCorrections> RunAsync(AppDbContext db, Access access, Payment payment, CancellationToken cancel)
    {
        var id = payment.Id;
        var visible = access.VisiblePayments(db);
        var replaces = await visible.Where(p => p.Id == payment.ReplacesPaymentId)
            .Select(p => new LinkedPayment(p.Id, p.Number)).SingleOrDefaultAsync(cancel);
        var replacedBy = await visible.Where(p => p.ReplacesPaymentId == id)
            .Select(p => new LinkedPayment(p.Id, p.Number)).SingleOrDefaultAsync(cancel);
        var kind = await db.PaymentTypes.Where(type => type.Id == payment.PaymentTypeId).Select(type => type.Kind).SingleAsync(cancel);
        var closedThrough = await db.LedgerHeads.Select(head => head.ClosedThrough).SingleAsync(cancel);
        var settings = await db.CompanySettings.Select(s => new { s.ReturnFeeMinor, s.Currency }).SingleAsync(cancel);
        return new PaymentCorrections(
            payment.PaymentTypeId, kind, closedThrough,
            settings.ReturnFeeMinor == 0 ? null : new Money(settings.ReturnFeeMinor, settings.Currency),
            replaces, replacedBy, await ReturnAsync(db, id, cancel),
            [.. await PaidAsync(db, id, cancel), .. await WaitingAsync(db, id, cancel)])
        {
            Deposit = access.Has(Permission.MakeDeposits) ? await DepositAsync(db, id, cancel) : null,
            Beside = access.Has(Permission.ApplyPayments) ? await BesideAsync(db, id, cancel) : [],
        };
    }

    private static async Task<DepositOfPayment?> DepositAsync(AppDbContext db, Guid paymentId, CancellationToken cancel)
    {
        var found = await (
            from item in db.DepositItems
            where item.PaymentId == paymentId
            join deposit in db.Deposits on item.DepositId equals deposit.Id
            join account in db.BankAccounts on deposit.BankAccountId equals account.Id
            select new { deposit.Id, account.Name, account.MaskedNumber, deposit.DepositedOn, deposit.ClosedAt }).SingleOrDefaultAsync(cancel);
        return found is null
            ? null
            : new DepositOfPayment(found.Id, BankAccount.TitleOf(found.Name, found.MaskedNumber), found.DepositedOn, found.ClosedAt is not null);
    }

    private static async Task<IReadOnlyList<BesideView>> BesideAsync(AppDbContext db, Guid paymentId, CancellationToken cancel)
    {
        var beside = db.CreditsBeside.Where(b => b.PaymentId == paymentId);
        if (!await beside.AnyAsync(cancel))
        {
            return [];
        }

        var money = await (
            from b in beside
            join a in db.Allocations on b.FactId equals a.Id
            where !db.Reversals.Any(r => r.AllocationId == a.Id)
            join p in db.Payments on a.PaymentId equals p.Id
            join i in db.Invoices on a.InvoiceId equals i.Id
            orderby i.DueOn, i.Id
            select new { a.PaymentId, p.Number, a.InvoiceId, Invoice = i.Number, a.AmountMinor, a.Currency }).ToListAsync(cancel);
        var notes = await (
            from b in beside
            join a in db.Adjustments on b.FactId equals a.Id
            where !db.Reversals.Any(r => r.AdjustmentId == a.Id)
            join n in db.CreditNotes on a.CreditNoteId equals n.Id
            join i in db.Invoices on a.InvoiceId equals i.Id
            orderby i.DueOn, i.Id
            select new { n.Id, n.Number, InvoiceId = i.Id, Invoice = i.Number, a.AmountMinor, a.Currency }).ToListAsync(cancel);
        return
        [
            .. money.Select(use => new BesideView(
                new CreditUse(Guid.CreateVersion7(), CreditKind.Payment, use.PaymentId, use.InvoiceId, new Money(use.AmountMinor, use.Currency)),
                PaymentNumber.Format(use.Number), use.Invoice)),
            .. notes.Select(use => new BesideView(
                new CreditUse(Guid.CreateVersion7(), CreditKind.CreditNote, use.Id, use.InvoiceId, new Money(use.AmountMinor, use.Currency)),
                use.Number, use.Invoice)),
        ];
    }

    private static async Task<ReturnView?> ReturnAsync(AppDbContext db, Guid paymentId, CancellationToken cancel)
    {
        var found = await db.ReturnedPayments.Where(returned => returned.PaymentId == paymentId)
            .Select(returned => new
            {
                Returned = returned,
                FeeNumber = db.Invoices.Where(i => i.Id == returned.CustomerFeeInvoiceId).Select(i => i.Number).FirstOrDefault(),
            })
            .SingleOrDefaultAsync(cancel);
        return found is null ? null : new ReturnView(
            found.Returned.ReturnCode, found.Returned.BankFee, found.Returned.CustomerFeeInvoiceId, found.FeeNumber, found.Returned.Note);
    }

    private static async Task<IEnumerable<RefundView>> PaidAsync(AppDbContext db, Guid paymentId, CancellationToken cancel)
    {
        var rows = await db.Refunds.Where(refund => refund.PaymentId == paymentId).OrderBy(refund => refund.RecordedAt)
            .Select(refund => new
            {
                Refund = refund,
                RequestedBy = db.Users.Where(u => u.Id == refund.RecordedById).Select(u => u.DisplayName).First(),
                ApprovedBy = db.Users.Where(u => u.Id == refund.ApprovedById).Select(u => u.DisplayName).First(),
                IsReversed = db.Reversals.Any(r => r.RefundId == refund.Id),
            })
            .ToListAsync(cancel);
        return rows.Select(row => new RefundView(
            row.Refund.Id, row.Refund.Amount, row.Refund.RefundedOn, row.RequestedBy, row.ApprovedBy, row.Refund.Reason, row.IsReversed));
    }

    private static async Task<IEnumerable<RefundView>> WaitingAsync(AppDbContext db, Guid paymentId, CancellationToken cancel)
    {
        var rows = await db.ApprovalRequests
            .Where(request => request.PaymentId == paymentId && request.Kind == ApprovalKind.Refund && request.DecidedAt == null)
            .OrderBy(request => request.RequestedAt)
            .Join(db.Users, request => request.RequestedById, user => user.Id, (request, user) => new { Request = request, user.DisplayName })
            .ToListAsync(cancel);
        return rows.Select(row => new RefundView(
            row.Request.Id, row.Request.Amount!.Value, ApprovalCommands.Read<RefundPayment>(row.Request).RefundedOn, row.DisplayName, null,
            row.Request.Reason, IsReversed: false));
    }
}
