namespace PaymentsApp.Domain;

/// <summary>
/// What is open of all invoices due on one day in one currency. Kept by the database with every change
/// of an invoice, so that totals and aging are quick; <c>verify</c> recomputes it.
/// </summary>
public sealed class DueBalance
{
    private DueBalance() => Currency = string.Empty; // for EF Core

    public string Currency { get; private set; }

    public DateOnly DueOn { get; private set; }

    /// <summary>In minor units.</summary>
    public long OutstandingMinor { get; private set; }

    /// <summary>Invoices that are not paid.</summary>
    public int OpenCount { get; private set; }
}
