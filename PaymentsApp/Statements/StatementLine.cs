using PaymentsApp.Domain;

namespace PaymentsApp.Statements;

/// <summary>Something that changed what is owed.</summary>
/// <param name="On">The day from which it counts.</param>
/// <param name="Text">In words for the customer.</param>
/// <param name="Amount">Negative when less is owed after it.</param>
/// <param name="Balance">After it.</param>
public sealed record StatementLine(DateOnly On, string Text, Money Amount, Money Balance);
