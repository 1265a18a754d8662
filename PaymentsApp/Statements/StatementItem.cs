using PaymentsApp.Domain;

namespace PaymentsApp.Statements;

/// <summary>An open invoice, or a payment or credit note of which something is left.</summary>
/// <param name="Title">Such as "Invoice INV-7".</param>
/// <param name="Note">Such as the check's number; null for none.</param>
/// <param name="On">Issued or received.</param>
/// <param name="DueOn">Null for credit.</param>
/// <param name="DaysLate">On the day of the statement; 0 when not late.</param>
/// <param name="Total">Invoiced, received or credited; negative for credit.</param>
/// <param name="Open">What is left of it; negative for credit.</param>
public sealed record StatementItem(string Title, string? Note, DateOnly On, DateOnly? DueOn, int DaysLate, Money Total, Money Open);
