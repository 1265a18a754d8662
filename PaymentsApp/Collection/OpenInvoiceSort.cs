namespace PaymentsApp.Collection;

/// <summary>The columns that the open invoices can be sorted by.</summary>
public enum OpenInvoiceSort
{
    Due,
    Number,
    Organization,
    Issued,
    Total,
    Outstanding,
}
