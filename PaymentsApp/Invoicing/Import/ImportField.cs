namespace PaymentsApp.Invoicing.Import;

/// <summary>What a column of an invoice file can hold.</summary>
public enum ImportField
{
    InvoiceNumber,
    CustomerNumber,
    CustomerName,
    Amount,
    Currency,
    IssuedOn,
    DueOn,

    /// <summary>The day the invoice was settled in full: makes a payment.</summary>
    SettledOn,
    Description,
    MagazineIssue,
    Product,

    /// <summary>E-mail address of the sales rep who owns a newly made organization.</summary>
    Owner,

    /// <summary>Days from issue to due date.</summary>
    PaymentTerms,

    /// <summary>Customer number of the agency or parent company that pays for a newly made organization.</summary>
    PayerNumber,

    /// <summary>Its name, where it is not known yet.</summary>
    PayerName,

    /// <summary>Tells credit notes from invoices.</summary>
    DocumentType,
}
