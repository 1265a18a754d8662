namespace PaymentsApp.Domain;

/// <summary>Asks for a difference on an open invoice without a payment.</summary>
/// <param name="Difference">What, how much and why; its id is the idempotency key.</param>
/// <param name="EffectiveOn">The business date from which the invoice counts as settled by it; an early-payment discount is granted as of this day.</param>
public sealed record AdjustInvoice(InvoiceAdjustment Difference, DateOnly EffectiveOn);
