namespace PaymentsApp.Domain;

/// <summary>Asks for a difference on an invoice: it is settled by this much without money received.</summary>
/// <param name="AdjustmentId">Made by the caller (Guid v7); the idempotency key.</param>
/// <param name="InvoiceId">The invoice that is settled by it.</param>
/// <param name="Kind">Any kind but <see cref="AdjustmentKind.BankFee"/>, which belongs to a payment.</param>
/// <param name="Amount">Positive, in the invoice's currency.</param>
/// <param name="ReasonCode">Why, as one of the reason codes of the kind.</param>
/// <param name="Note">Free text for colleagues; null for none.</param>
/// <param name="CreditNoteId">The credit note to net, for <see cref="AdjustmentKind.CreditNote"/>; null otherwise.</param>
public sealed record InvoiceAdjustment(
    Guid AdjustmentId, int InvoiceId, AdjustmentKind Kind, Money Amount, string ReasonCode, string? Note, Guid? CreditNoteId = null)
{
    /// <summary>The business date that was asked for, kept with what waits for approval; null where the command that holds it says the day.</summary>
    public DateOnly? EffectiveOn { get; init; }
}
