namespace PaymentsApp.Domain;

/// <summary>One line of an invoice: an advertisement in a magazine issue, or a product.</summary>
public sealed class InvoiceRow(int lineNumber, string description, string? issue, string? product, long amountMinor)
{
    public int Id { get; private set; }

    public int InvoiceId { get; private set; }

    /// <summary>1, 2, 3 ... as printed.</summary>
    public int LineNumber { get; private set; } = lineNumber;

    public string Description { get; private set; } = Invariant.NotBlank(description);

    /// <summary>The magazine issue, for example "Harbor Monthly, March 2026"; null for other products.</summary>
    public string? Issue { get; private set; } = issue;

    public string? Product { get; private set; } = product;

    /// <summary>In minor units of the invoice's currency; rows add up to the total.</summary>
    public long AmountMinor { get; private set; } = amountMinor;
}
