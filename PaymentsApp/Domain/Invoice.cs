namespace PaymentsApp.Domain;

/// <summary>
/// What an organization owes. The header is a fact and never changes; only the balance
/// (<see cref="AllocatedMinor"/>, <see cref="AdjustedMinor"/>) moves, together with the facts behind it.
/// </summary>
public sealed class Invoice
{
    private readonly List<InvoiceRow> _rows = [];

    public Invoice(int organizationId, string number, string currency, DateOnly issuedOn, DateOnly dueOn, long totalMinor)
    {
        Invariant.Holds(totalMinor > 0, "An invoice has a positive total.");
        Invariant.Holds(dueOn >= issuedOn, "An invoice is not due before it is issued.");
        OrganizationId = organizationId;
        Number = Invariant.NotBlank(number);
        NumberKey = SearchText.Key(number);
        Currency = Invariant.Currency(currency);
        IssuedOn = issuedOn;
        DueOn = dueOn;
        TotalMinor = totalMinor;
        OutstandingMinor = totalMinor;
    }

    public int Id { get; private set; }

    /// <summary>The organization that was invoiced.</summary>
    public int OrganizationId { get; private set; }

    public string Number { get; private set; }

    /// <summary>The number as <see cref="SearchText.Key"/> folds it; unique, so that INV-1 and inv 1 are one invoice.</summary>
    public string NumberKey { get; private set; }

    public string Currency { get; private set; }

    public DateOnly IssuedOn { get; private set; }

    public DateOnly DueOn { get; private set; }

    /// <summary>Invoiced, in minor units of <see cref="Currency"/>; always positive.</summary>
    public long TotalMinor { get; private set; }

    /// <summary>Sum of the allocations that stand, in minor units.</summary>
    public long AllocatedMinor { get; private set; }

    /// <summary>Sum of the adjustments that stand (discount, write-off, ...), in minor units.</summary>
    public long AdjustedMinor { get; private set; }

    /// <summary>
    /// What is still open, in minor units. The database computes it from the other three;
    /// this copy is right after each change made here.
    /// </summary>
    public long OutstandingMinor { get; private set; }

    /// <summary>Rises with every change of the balance: two people cannot apply the same money.</summary>
    public int Version { get; private set; }

    /// <summary>The import or mailing that brought the invoice; null when it was typed.</summary>
    public int? BatchId { get; private set; }

    public IReadOnlyList<InvoiceRow> Rows => _rows;

    public Money Total => new(TotalMinor, Currency);

    public Money Outstanding => new(OutstandingMinor, Currency);

    public bool IsPaid => OutstandingMinor == 0;

    public InvoiceStatus Status => InvoiceStatuses.Of(OutstandingMinor, TotalMinor);

    /// <summary>Days past due; 0 when paid or not yet due.</summary>
    public int DaysOverdue(DateOnly today) => InvoiceStatuses.DaysOverdue(OutstandingMinor, DueOn, today);

    public void AddRow(InvoiceRow row) => _rows.Add(row);

    public void PutInBatch(int batchId) => BatchId = batchId;

    /// <summary>Moves the balance by one allocation; negative when an allocation is reversed.</summary>
    internal void MoveAllocated(Money amount) => Move(allocated: amount, adjusted: Money.Zero(Currency));

    private void Move(Money allocated, Money adjusted)
    {
        Invariant.Holds(allocated.Currency == Currency, "An allocation has the currency of its invoice.");
        AllocatedMinor = checked(AllocatedMinor + allocated.Minor);
        AdjustedMinor = checked(AdjustedMinor + adjusted.Minor);
        Invariant.Holds(
            AllocatedMinor >= 0 && AdjustedMinor >= 0 && AllocatedMinor + AdjustedMinor <= TotalMinor,
            $"Invoice {Id} would have more applied than invoiced.");
        OutstandingMinor = TotalMinor - AllocatedMinor - AdjustedMinor;
        Version++;
    }
}
