namespace PaymentsApp.BankDesk;

/// <summary>What of a line goes to an invoice.</summary>
/// <param name="Number">The invoice's number.</param>
/// <param name="Client">Whose invoice it is; null when it is the payer's own.</param>
/// <param name="Minor">What is applied, in minor units.</param>
/// <param name="OpenMinor">What was open when it was proposed.</param>
/// <param name="GrantedMinor">What is settled without money besides: the agreed discount or commission.</param>
public sealed record BankShare(int InvoiceId, string Number, string? Client, long Minor, long OpenMinor, long GrantedMinor);
