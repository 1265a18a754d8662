namespace PaymentsApp.Statements;

/// <summary>What an organization owes, as it is told to it.</summary>
/// <param name="Asked">Which one.</param>
/// <param name="Name">Of the organization.</param>
/// <param name="Accounts">One for each currency; at least one.</param>
public sealed record Statement(StatementAsked Asked, string Name, string CustomerNumber, IReadOnlyList<StatementAccount> Accounts);
