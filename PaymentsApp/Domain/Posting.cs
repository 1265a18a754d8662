namespace PaymentsApp.Domain;

/// <summary>One line of the derived double entry.</summary>
/// <param name="Account">Which account moves.</param>
/// <param name="Debit">Positive for a debit, negative for a credit; in the currency of the fact.</param>
public readonly record struct Posting(LedgerAccount Account, Money Debit);
