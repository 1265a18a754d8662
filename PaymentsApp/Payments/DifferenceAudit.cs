using System.Globalization;
using System.Text.Json;
using PaymentsApp.Domain;

namespace PaymentsApp.Payments;

/// <summary>What the audit log says of differences and of what waits for a second person.</summary>
internal static class DifferenceAudit
{
    public static AuditFact Adjusted(Adjustment adjustment, Invoice invoice, long outstandingBeforeMinor) => Of("Adjusted", invoice, new
    {
        number = invoice.Number,
        adjustmentId = adjustment.Id,
        kind = adjustment.Kind.ToString(),
        amountMinor = adjustment.AmountMinor,
        currency = adjustment.Currency,
        reasonCode = adjustment.ReasonCode,
        note = adjustment.Note,
        effectiveOn = adjustment.EffectiveOn,
        paymentId = adjustment.MadeWithPaymentId,
        creditNoteId = adjustment.CreditNoteId,
        askedById = adjustment.RecordedById,
        approvedById = adjustment.ApprovedById,
        outstandingMinor = new { before = outstandingBeforeMinor, after = invoice.OutstandingMinor },
    });

    public static AuditFact TakenBack(Adjustment adjustment, Reversal reversal, Invoice invoice, long outstandingBeforeMinor) => Of("AdjustmentReversed", invoice, new
    {
        number = invoice.Number,
        adjustmentId = adjustment.Id,
        kind = adjustment.Kind.ToString(),
        amountMinor = adjustment.AmountMinor,
        currency = adjustment.Currency,
        effectiveOn = reversal.EffectiveOn,
        reason = reversal.Reason,
        outstandingMinor = new { before = outstandingBeforeMinor, after = invoice.OutstandingMinor },
    });

    public static AuditFact Requested(ApprovalRequest request) => Of("Requested", request);

    public static AuditFact Approved(ApprovalRequest request) => Of("Approved", request);

    public static AuditFact Rejected(ApprovalRequest request) => Of("Rejected", request);

    public static AuditFact Withdrawn(ApprovalRequest request) => Of("Withdrawn", request);

    private static AuditFact Of(string action, Invoice invoice, object body) =>
        new(action, nameof(Invoice), invoice.Id.ToString(CultureInfo.InvariantCulture), JsonSerializer.Serialize(body), invoice.OrganizationId);

    private static AuditFact Of(string action, ApprovalRequest request) => new(action, "Approval", request.Id.ToString(), JsonSerializer.Serialize(new
    {
        kind = request.Kind.ToString(),
        command = request.Command,
        amountMinor = request.AmountMinor,
        currency = request.Currency,
        reason = request.Reason,
        invoiceId = request.InvoiceId,
        paymentId = request.PaymentId,
        requestedById = request.RequestedById,
        note = request.DecisionNote,
    }), request.OrganizationId);
}
