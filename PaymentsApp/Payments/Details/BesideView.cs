using PaymentsApp.Domain;

namespace PaymentsApp.Payments.Details;

/// <summary>Existing credit that was used in the window of a payment and stands.</summary>
/// <param name="Use">As it was used, for using it once more.</param>
/// <param name="Number">Of the payment or the credit note that it is of.</param>
public sealed record BesideView(CreditUse Use, string Number, string InvoiceNumber);
