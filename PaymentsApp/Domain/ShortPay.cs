namespace PaymentsApp.Domain;

/// <summary>Says why an invoice stays open in part: it opens a dispute for the sales rep who owns the client.</summary>
/// <param name="DisputeId">Made by the caller (Guid v7); the idempotency key.</param>
/// <param name="InvoiceId">The invoice that was paid in part.</param>
/// <param name="Amount">What stays open because of it; positive, in the invoice's currency.</param>
/// <param name="ReasonCode">One of <see cref="ReasonCodes.OfShortPay"/>.</param>
/// <param name="Note">What the client says; null for nothing.</param>
public sealed record ShortPay(Guid DisputeId, int InvoiceId, Money Amount, string ReasonCode, string? Note);
