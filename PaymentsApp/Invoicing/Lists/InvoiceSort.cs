namespace PaymentsApp.Invoicing.Lists;

/// <summary>The columns that the invoices can be sorted by; each has an index.</summary>
public enum InvoiceSort
{
    Issued,
    Due,
    Number,
    Total,
}
