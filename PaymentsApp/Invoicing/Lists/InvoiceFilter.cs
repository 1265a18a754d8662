namespace PaymentsApp.Invoicing.Lists;

/// <summary>The quick filters of the list.</summary>
public enum InvoiceFilter
{
    All,
    Open,
    Overdue,
    Paid,
}
