namespace PaymentsApp.Statements;

/// <summary>Which statement.</summary>
/// <param name="OrganizationId">Whose.</param>
/// <param name="Form">How it is told.</param>
/// <param name="On">The last day that counts.</param>
/// <param name="From">The first day of the activity; without meaning for open items.</param>
public sealed record StatementAsked(int OrganizationId, StatementForm Form, DateOnly On, DateOnly From);
