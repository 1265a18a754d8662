using System.Text.Json;
using PaymentsApp.Domain;

namespace PaymentsApp.Payments;

/// <summary>What the audit log says of credit notes that are cancelled or paid back.</summary>
internal static class CreditNoteAudit
{
    public static AuditFact Cancelled(CreditNote note, CreditNoteWithdrawal cancellation) => Of("Cancelled", note, new
    {
        number = note.Number,
        withdrawalId = cancellation.Id,
        amountMinor = cancellation.AmountMinor,
        currency = cancellation.Currency,
        effectiveOn = cancellation.EffectiveOn,
        reason = cancellation.Reason,
    });

    public static AuditFact RefundRequested(CreditNote note, RefundCreditNote asked) => Of("RefundRequested", note, new
    {
        number = note.Number,
        withdrawalId = asked.RefundId,
        amountMinor = asked.Amount.Minor,
        currency = asked.Amount.Currency,
        refundedOn = asked.RefundedOn,
        paymentTypeId = asked.PaymentTypeId,
        reference = asked.Reference,
        reason = asked.Reason,
    });

    public static AuditFact Refunded(CreditNote note, CreditNoteWithdrawal refund) => Of("Refunded", note, new
    {
        number = note.Number,
        withdrawalId = refund.Id,
        amountMinor = refund.AmountMinor,
        currency = refund.Currency,
        refundedOn = refund.EffectiveOn,
        requestedById = refund.RecordedById,
        reason = refund.Reason,
        unappliedMinor = new { before = note.UnappliedMinor + refund.AmountMinor, after = note.UnappliedMinor },
    });

    public static AuditFact Reversed(CreditNote note, CreditNoteWithdrawal withdrawal, CreditNoteWithdrawal reversal) =>
        withdrawal.Kind == CreditNoteWithdrawalKind.Refund
            ? Of("RefundReversed", note, BodyOf(note, withdrawal, reversal))
            : Of("CancellationReversed", note, BodyOf(note, withdrawal, reversal));

    private static object BodyOf(CreditNote note, CreditNoteWithdrawal withdrawal, CreditNoteWithdrawal reversal) => new
    {
        number = note.Number,
        withdrawalId = withdrawal.Id,
        amountMinor = withdrawal.AmountMinor,
        currency = withdrawal.Currency,
        reversedOn = reversal.EffectiveOn,
        reason = reversal.Reason,
        unappliedMinor = new { before = note.UnappliedMinor - withdrawal.AmountMinor, after = note.UnappliedMinor },
    };

    private static AuditFact Of(string action, CreditNote note, object body) =>
        new(action, nameof(CreditNote), note.Id.ToString(), JsonSerializer.Serialize(body, JsonSerializerOptions.Web), note.OrganizationId);
}
