namespace PaymentsApp.Domain;

/// <summary>An allocation that stands, seen from a promise about its invoice.</summary>
/// <param name="Minor">In minor units.</param>
/// <param name="ReceivedOn">When the payment arrived.</param>
/// <param name="AppliedAt">When it was put on the invoice (UTC).</param>
public sealed record AppliedMoney(Guid PaymentId, int InvoiceId, string Currency, long Minor, DateOnly ReceivedOn, DateTime AppliedAt);
