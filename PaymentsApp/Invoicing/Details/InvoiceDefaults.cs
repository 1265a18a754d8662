namespace PaymentsApp.Invoicing.Details;

/// <summary>What the New invoice form starts with.</summary>
/// <param name="Number">The free number after the newest typed one, else after the newest; empty where that does not end in digits.</param>
/// <param name="Currency">The company's.</param>
public sealed record InvoiceDefaults(string Number, string Currency, DateOnly Today);
