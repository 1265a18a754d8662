using System.Text.Json;
using PaymentsApp.Domain;

namespace PaymentsApp.FollowUps;

/// <summary>What the audit log says of promises, notes and plans.</summary>
internal static class FollowUpAudit
{
    public static AuditFact Promised(PaymentPromise promise) => OfPromise("Promised", promise, new
    {
        amountMinor = promise.AmountMinor,
        currency = promise.Currency,
        promisedOn = promise.PromisedOn,
        saidBy = promise.SaidBy,
        note = promise.Note,
        invoiceIds = promise.Invoices.Select(invoice => invoice.InvoiceId),
    });

    public static AuditFact Withdrawn(PaymentPromise promise) => OfPromise("PromiseWithdrawn", promise, new
    {
        amountMinor = promise.AmountMinor,
        currency = promise.Currency,
        promisedOn = promise.PromisedOn,
        reason = promise.WithdrawnReason,
    });

    public static AuditFact Written(FollowUpEntry entry, DateOnly? plannedBefore, DateOnly? plannedNow)
    {
        var body = new { text = entry.Text, spokeWith = entry.SpokeWith, nextOn = new { before = plannedBefore, after = plannedNow } };
        return entry.Kind switch
        {
            FollowUpKind.Note => Of("Noted", entry, body),
            FollowUpKind.Call => Of("Called", entry, body),
            _ => Of("FollowedUp", entry, body),
        };
    }

    private static AuditFact Of(string action, FollowUpEntry entry, object body) =>
        new(action, "FollowUp", entry.Id.ToString(), JsonSerializer.Serialize(body), entry.OrganizationId);

    private static AuditFact OfPromise(string action, PaymentPromise promise, object body) =>
        new(action, "Promise", promise.Id.ToString(), JsonSerializer.Serialize(body), promise.OrganizationId);
}
