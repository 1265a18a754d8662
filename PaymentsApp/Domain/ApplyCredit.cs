namespace PaymentsApp.Domain;

/// <summary>Applies unapplied credit of a payment to an open invoice of the same payer.</summary>
/// <param name="AllocationId">Made by the caller; the idempotency key.</param>
public sealed record ApplyCredit(Guid AllocationId, Guid PaymentId, int InvoiceId, Money Amount);
