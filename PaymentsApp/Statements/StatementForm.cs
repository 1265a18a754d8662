namespace PaymentsApp.Statements;

/// <summary>How a statement is told.</summary>
public enum StatementForm
{
    /// <summary>What is open on a day, item by item.</summary>
    OpenItem,

    /// <summary>Everything that happened in a period, between two balances.</summary>
    Activity,
}
