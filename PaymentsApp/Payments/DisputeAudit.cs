using System.Text.Json;
using PaymentsApp.Domain;

namespace PaymentsApp.Payments;

/// <summary>What the audit log says of disputes.</summary>
internal static class DisputeAudit
{
    public static AuditFact Opened(Dispute dispute, string invoiceNumber, string? note) => Of("Opened", dispute, new
    {
        invoiceId = dispute.InvoiceId,
        invoiceNumber,
        amountMinor = dispute.AmountMinor,
        currency = dispute.Currency,
        reasonCode = dispute.ReasonCode,
        paymentId = dispute.PaymentId,
        note,
    });

    public static AuditFact Answered(Dispute dispute, DisputeMessage message) => Of("Answered", dispute, new { messageId = message.Id, message.Text });

    public static AuditFact Closed(Dispute dispute, string? text) => Of("DisputeClosed", dispute, new { outcome = dispute.Outcome.ToString(), text });

    private static AuditFact Of(string action, Dispute dispute, object body) =>
        new(action, nameof(Dispute), dispute.Id.ToString(), JsonSerializer.Serialize(body), dispute.OrganizationId);
}
