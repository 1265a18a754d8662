namespace PaymentsApp.Payments.Remittances;

/// <summary>An invoice that an advice names and that is not among the payer's open ones.</summary>
/// <param name="Number">As printed.</param>
/// <param name="Client">Who was invoiced.</param>
/// <param name="IsPaid">Nothing is open on it any more.</param>
/// <param name="IsOfPayer">It is the payer's, or of one that the payer pays for.</param>
public sealed record RemittanceStanding(string Number, string Client, bool IsPaid, bool IsOfPayer);
