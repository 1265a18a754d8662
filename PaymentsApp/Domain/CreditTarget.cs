namespace PaymentsApp.Domain;

/// <summary>What is to be settled of an invoice, as <see cref="CreditPlanner"/> sees it.</summary>
/// <param name="Minor">In minor units; of the currency of the credit.</param>
/// <param name="IsOfClient">Of an organization that the payer pays for, not of the payer itself.</param>
public sealed record CreditTarget(int InvoiceId, long Minor, bool IsOfClient = false);
