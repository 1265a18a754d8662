namespace PaymentsApp.Invoicing.Import;

/// <summary>Names of the fields: a label for the screen, a key for the command line.</summary>
public static class ImportFields
{
    public static IReadOnlyList<ImportField> All { get; } = Enum.GetValues<ImportField>();

    public static bool IsDate(ImportField field) =>
        field is ImportField.IssuedOn or ImportField.DueOn or ImportField.SettledOn;

    public static string Label(ImportField field) => field switch
    {
        ImportField.InvoiceNumber => "Invoice number",
        ImportField.CustomerNumber => "Customer number",
        ImportField.CustomerName => "Customer name",
        ImportField.Amount => "Amount",
        ImportField.Currency => "Currency",
        ImportField.IssuedOn => "Issue date",
        ImportField.DueOn => "Due date",
        ImportField.SettledOn => "Settled on",
        ImportField.Description => "Description",
        ImportField.MagazineIssue => "Magazine issue",
        ImportField.Product => "Product",
        ImportField.Owner => "Sales rep (e-mail)",
        ImportField.PaymentTerms => "Payment terms (days)",
        ImportField.PayerNumber => "Payer number",
        ImportField.PayerName => "Payer name",
        ImportField.DocumentType => "Type (invoice or credit note)",
        _ => throw new ArgumentOutOfRangeException(nameof(field)),
    };

    /// <summary>The label as the command line writes it: <c>invoice-number</c>.</summary>
    public static string Key(ImportField field) => field switch
    {
        ImportField.Owner => "owner",
        ImportField.PaymentTerms => "payment-terms",
        ImportField.DocumentType => "type",
        _ => Label(field).ToLowerInvariant().Replace(' ', '-'),
    };

    public static ImportField? FromKey(string key)
    {
        foreach (var field in All)
        {
            if (string.Equals(Key(field), key, StringComparison.OrdinalIgnoreCase))
            {
                return field;
            }
        }

        return null;
    }
}
