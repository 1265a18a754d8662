using PaymentsApp.Domain;

namespace PaymentsApp.Statements;

/// <summary>A statement in one currency.</summary>
public sealed record StatementAccount(string Currency)
{
    /// <summary>What is open on invoices, by how late it is.</summary>
    public required Aging Aging { get; init; }

    /// <summary>Unapplied payments and credit notes.</summary>
    public required Money Credit { get; init; }

    /// <summary>Invoices by due date, then what is to their credit.</summary>
    public required IReadOnlyList<StatementItem> Items { get; init; }

    /// <summary>The balance before the first day of the activity.</summary>
    public required Money Opening { get; init; }

    /// <summary>What happened, in order; none in a statement of open items.</summary>
    public required IReadOnlyList<StatementLine> Lines { get; init; }

    /// <summary>Where payers in this currency pay to; none where nothing is said.</summary>
    public required IReadOnlyList<string> PayTo { get; init; }

    public Money Outstanding => Aging.Total;

    /// <summary>What is due before the day of the statement.</summary>
    public Money Overdue => Outstanding - Aging.Part(0);

    /// <summary>Outstanding less credit; negative when there is more to the customer's credit than open.</summary>
    public Money Balance => Outstanding - Credit;
}
