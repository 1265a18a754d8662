namespace PaymentsApp.Invoicing;

/// <summary>What became of a new invoice.</summary>
public abstract record AddInvoiceResult
{
    /// <summary>The invoice is on disk.</summary>
    public sealed record Added(int InvoiceId, string Number) : AddInvoiceResult;

    /// <summary>Nothing was written.</summary>
    /// <param name="Problems">Sentences for the person at the form.</param>
    public sealed record Refused(IReadOnlyList<string> Problems) : AddInvoiceResult;
}
