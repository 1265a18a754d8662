using PaymentsApp.Domain;

namespace PaymentsApp.Payments;

// Moves, corrections, refunds.
internal static partial class PaymentAudit
{
    public static AuditFact Moved(Payment payment, Allocation from, Allocation to, Money rest, string reason) => Of("Moved", payment, new
    {
        number = payment.Number,
        amountMinor = to.AmountMinor,
        currency = to.Currency,
        invoiceId = new { before = from.InvoiceId, after = to.InvoiceId },
        stayedMinor = rest.Minor,
        allocationId = to.Id,
        reason,
    });

    /// <summary>What is other than before; the two payments have their own entries.</summary>
    public static AuditFact Corrected(Payment wrong, Payment right, string reason) => Of("Corrected", wrong, new
    {
        currency = right.Currency,
        reason,
        number = new { before = wrong.Number, after = right.Number },
        payerId = new { before = wrong.PayerId, after = right.PayerId },
        amountMinor = new { before = wrong.AmountMinor, after = right.AmountMinor },
        bankFeeMinor = new { before = wrong.AdjustedMinor, after = right.AdjustedMinor },
        receivedOn = new { before = wrong.ReceivedOn, after = right.ReceivedOn },
        paymentTypeId = new { before = wrong.PaymentTypeId, after = right.PaymentTypeId },
        reference = new { before = wrong.Reference, after = right.Reference },
    });

    public static AuditFact Returned(Payment payment, ReturnPayment asked, IEnumerable<Allocation> unapplied, Invoice? fee) => Of("Returned", payment, new
    {
        number = payment.Number,
        amountMinor = payment.AmountMinor,
        currency = payment.Currency,
        returnedOn = asked.ReturnedOn,
        returnCode = asked.ReturnCode,
        bankFeeMinor = asked.BankFee.Minor,
        feeInvoice = fee is null ? null : new { fee.Id, fee.Number, amountMinor = fee.TotalMinor, currency = fee.Currency },
        note = asked.Note,
        allocations = unapplied.Select(allocation => new { allocation.Id, allocation.InvoiceId, allocation.AmountMinor }),
    });

    public static AuditFact RefundRequested(Payment payment, RefundPayment asked) => Of("RefundRequested", payment, new
    {
        number = payment.Number,
        refundId = asked.RefundId,
        amountMinor = asked.Amount.Minor,
        currency = asked.Amount.Currency,
        refundedOn = asked.RefundedOn,
        paymentTypeId = asked.PaymentTypeId,
        reference = asked.Reference,
        reason = asked.Reason,
    });

    public static AuditFact Refunded(Payment payment, Refund refund) => Of("Refunded", payment, new
    {
        number = payment.Number,
        refundId = refund.Id,
        amountMinor = refund.AmountMinor,
        currency = refund.Currency,
        refundedOn = refund.RefundedOn,
        requestedById = refund.RecordedById,
        reason = refund.Reason,
        unappliedMinor = new { before = payment.UnappliedMinor + refund.AmountMinor, after = payment.UnappliedMinor },
    });

    public static AuditFact RefundReversed(Payment payment, Refund refund, Reversal reversal) => Of("RefundReversed", payment, new
    {
        number = payment.Number,
        refundId = refund.Id,
        amountMinor = refund.AmountMinor,
        currency = refund.Currency,
        reversedOn = reversal.EffectiveOn,
        reason = reversal.Reason,
        unappliedMinor = new { before = payment.UnappliedMinor - refund.AmountMinor, after = payment.UnappliedMinor },
    });
}
