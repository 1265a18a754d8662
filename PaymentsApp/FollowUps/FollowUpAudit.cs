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

    public static AuditFact Written(FollowUpEntry entry, DateOnly? plannedBefore, DateOnly? plannedNow) => new(
        entry.Kind switch
        {
            FollowUpKind.Note => "Noted",
            FollowUpKind.Call => "Called",
            _ => "FollowedUp",
        },
        "FollowUp",
        entry.Id.ToString(),
        JsonSerializer.Serialize(new { text = entry.Text, spokeWith = entry.SpokeWith, nextOn = new { before = plannedBefore, after = plannedNow } }),
        entry.OrganizationId);

    private static AuditFact OfPromise(string action, PaymentPromise promise, object body) =>
        new(action, "Promise", promise.Id.ToString(), JsonSerializer.Serialize(body), promise.OrganizationId);
}
