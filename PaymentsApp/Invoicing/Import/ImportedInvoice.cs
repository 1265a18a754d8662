using PaymentsApp.Domain;

namespace PaymentsApp.Invoicing.Import;

/// <summary>A line that reads without fault. Null stands for a value the file does not have.</summary>
public sealed record ImportedInvoice
{
    public required CsvLine Line { get; init; }

    public required string Number { get; init; }

    /// <summary>At least one of number and name is there.</summary>
    public string? CustomerNumber { get; init; }

    public string? CustomerName { get; init; }

    /// <summary>It credits the customer, by its type or by a negative total.</summary>
    public bool IsCreditNote { get; init; }

    /// <summary>Always positive, also of a credit note.</summary>
    public required Money Total { get; init; }

    /// <summary>The file's amount had more decimals than its currency.</summary>
    public bool IsRounded { get; init; }

    public DateOnly? IssuedOn { get; init; }

    public DateOnly? DueOn { get; init; }

    public DateOnly? SettledOn { get; init; }

    public string? Description { get; init; }

    public string? MagazineIssue { get; init; }

    public string? Product { get; init; }

    public string? OwnerEmail { get; init; }

    public int? PaymentTermsDays { get; init; }

    /// <summary>Customer number of the agency or parent company that pays.</summary>
    public string? PayerNumber { get; init; }

    public string? PayerName { get; init; }
}
