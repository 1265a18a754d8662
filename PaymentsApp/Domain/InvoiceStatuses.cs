namespace PaymentsApp.Domain;

/// <summary>Computes what an invoice's figures mean; never stored.</summary>
public static class InvoiceStatuses
{
    public static InvoiceStatus Of(long outstandingMinor, long totalMinor) =>
        outstandingMinor == 0 ? InvoiceStatus.Paid
        : outstandingMinor < totalMinor ? InvoiceStatus.PartPaid
        : InvoiceStatus.Open;

    /// <summary>Days past due; 0 when paid or not yet due.</summary>
    public static int DaysOverdue(long outstandingMinor, DateOnly dueOn, DateOnly today) =>
        outstandingMinor == 0 ? 0 : Math.Max(0, today.DayNumber - dueOn.DayNumber);
}
