namespace PaymentsApp.Domain;

/// <summary>One use of existing credit: this much of it settles this invoice.</summary>
/// <param name="FactId">Made by the caller (Guid v7), of the allocation or adjustment that it becomes; the idempotency key.</param>
/// <param name="Kind">What <paramref name="CreditId"/> names.</param>
/// <param name="CreditId">The payment or the credit note.</param>
/// <param name="InvoiceId">The invoice that is settled by it.</param>
/// <param name="Amount">Positive, in the currency of both.</param>
public sealed record CreditUse(Guid FactId, CreditKind Kind, Guid CreditId, int InvoiceId, Money Amount);
