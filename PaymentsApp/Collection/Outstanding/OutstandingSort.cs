namespace PaymentsApp.Collection.Outstanding;

/// <summary>What debtors can be sorted by. Amounts: the company's currency first, then the others.</summary>
public enum OutstandingSort
{
    Outstanding,
    Overdue,

    /// <summary>By the due day of the oldest open invoice.</summary>
    Oldest,
    Name,
}
