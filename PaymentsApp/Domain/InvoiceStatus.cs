namespace PaymentsApp.Domain;

/// <summary>How much of an invoice is paid. Overdue is not a status but a number of days.</summary>
public enum InvoiceStatus
{
    Open,
    PartPaid,
    Paid,
}
