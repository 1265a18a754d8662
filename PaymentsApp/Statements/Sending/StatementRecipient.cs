namespace PaymentsApp.Statements.Sending;

/// <summary>A contact to whom a statement can be sent.</summary>
/// <param name="Role">What the person does there; null for nothing known.</param>
/// <param name="IsBilling">Statements go to it unless a person chooses others.</param>
public sealed record StatementRecipient(string Name, string? Role, string Address, bool IsBilling);
