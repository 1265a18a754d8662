namespace PaymentsApp.Organizations;

/// <summary>The columns that an organization's invoices can be sorted by.</summary>
public enum OrganizationInvoiceSort
{
    Due,
    Issued,
    Number,
    Total,
    Outstanding,
}
