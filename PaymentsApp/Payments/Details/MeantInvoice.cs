namespace PaymentsApp.Payments.Details;

/// <summary>The invoice that a payer meant.</summary>
public sealed record MeantInvoice(int Id, string Number);
