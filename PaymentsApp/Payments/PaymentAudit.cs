using System.Text.Json;
using PaymentsApp.Domain;

namespace PaymentsApp.Payments;

/// <summary>What the audit log says of payments: ids and figures, enough to tell the story without the tables.</summary>
internal static partial class PaymentAudit
{
    private const string Entity = nameof(Payment);

    public static AuditFact Registered(RegisteredFacts facts) => Of("Registered", facts.Payment, new
    {
        number = facts.Payment.Number,
        amountMinor = facts.Payment.AmountMinor,
        currency = facts.Payment.Currency,
        bankFeeMinor = facts.Payment.AdjustedMinor,
        receivedOn = facts.Payment.ReceivedOn,
        paymentTypeId = facts.Payment.PaymentTypeId,
        reference = facts.Payment.Reference,
        checkDatedOn = facts.Payment.CheckDatedOn,
        memo = facts.Payment.Memo,
        fingerprint = facts.Payment.Fingerprint,
        allocations = facts.Allocations.Select(allocation => new { allocation.Id, allocation.InvoiceId, allocation.AmountMinor }),
    });

    public static AuditFact Applied(Payment payment, Allocation allocation, long unappliedBeforeMinor) => Of("Applied", payment, new
    {
        number = payment.Number,
        allocationId = allocation.Id,
        invoiceId = allocation.InvoiceId,
        amountMinor = allocation.AmountMinor,
        currency = allocation.Currency,
        unappliedMinor = new { before = unappliedBeforeMinor, after = payment.UnappliedMinor },
    });

    public static AuditFact Unapplied(Payment payment, Allocation allocation, Reversal reversal, long unappliedBeforeMinor) => Of("Unapplied", payment, new
    {
        number = payment.Number,
        allocationId = allocation.Id,
        invoiceId = allocation.InvoiceId,
        amountMinor = allocation.AmountMinor,
        currency = allocation.Currency,
        reason = reversal.Reason,
        unappliedMinor = new { before = unappliedBeforeMinor, after = payment.UnappliedMinor },
    });

    public static AuditFact Reversed(Payment payment, Reversal reversal, IEnumerable<Allocation> unapplied) => Of("Reversed", payment, new
    {
        number = payment.Number,
        amountMinor = payment.AmountMinor,
        currency = payment.Currency,
        reversedOn = reversal.EffectiveOn,
        reason = reversal.Reason,
        allocations = unapplied.Select(allocation => new { allocation.Id, allocation.InvoiceId, allocation.AmountMinor }),
    });

    private static AuditFact Of(string action, Payment payment, object body) =>
        new(action, Entity, payment.Id.ToString(), JsonSerializer.Serialize(body, JsonSerializerOptions.Web), payment.PayerId);
}
