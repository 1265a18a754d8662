using PaymentsApp.Domain;

namespace PaymentsApp.Journal;

/// <summary>What an account moved by in a period.</summary>
/// <param name="Account">Its number and name.</param>
/// <param name="Debit">The balance of its movements; negative when credits prevail.</param>
public sealed record AccountTotal(AccountForm Account, Money Debit);
