using PaymentsApp.Domain;

namespace PaymentsApp.Payments.Credits;

/// <summary>A credit note with the invoices that it was netted against.</summary>
/// <param name="AppliedTo">What stands, in the order in which it was done.</param>
public sealed record CreditNoteLine(
    Guid Id, string Number, DateOnly IssuedOn, string Reason, Money Total, Money Unapplied, IReadOnlyList<CreditNetting> AppliedTo);
