namespace PaymentsApp.Domain;

/// <summary>Asks to pay what is left of a credit note back. A second person approves.</summary>
/// <param name="RefundId">Made by the caller (Guid v7); the idempotency key.</param>
/// <param name="CreditNoteId">The credit note whose credit is paid back.</param>
/// <param name="Amount">Positive, at most what is left.</param>
/// <param name="RefundedOn">The business date on which the money leaves.</param>
/// <param name="PaymentTypeId">How it is paid back.</param>
/// <param name="Reference">Check number or bank reference of the refund; null when not known yet.</param>
/// <param name="Reason">Why.</param>
public sealed record RefundCreditNote(
    Guid RefundId, Guid CreditNoteId, Money Amount, DateOnly RefundedOn, int PaymentTypeId, string? Reference, string Reason);
