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
}
