namespace PaymentsApp.Domain;

/// <summary>Settles invoices with existing credit, all or nothing. No payment is registered, since no money came.</summary>
/// <param name="Uses">At least one; of one payer.</param>
public sealed record UseCredit(IReadOnlyList<CreditUse> Uses);
