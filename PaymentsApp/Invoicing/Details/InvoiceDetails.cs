using PaymentsApp.Domain;

namespace PaymentsApp.Invoicing.Details;

/// <summary>One invoice with everything that happened to it.</summary>
/// <param name="Batch">The import that brought it; null when it was typed.</param>
/// <param name="History">The newest first.</param>
public sealed record InvoiceDetails(
    int Id,
    string Number,
    int OrganizationId,
    string Organization,
    string CustomerNumber,
    DateOnly IssuedOn,
    DateOnly DueOn,
    int DaysOverdue,
    InvoiceStatus Status,
    Money Total,
    Money Applied,
    Money Adjusted,
    Money Outstanding,
    string? Batch,
    IReadOnlyList<InvoiceDetailsRow> Rows,
    IReadOnlyList<InvoiceEvent> History)
{
    /// <summary>Early-payment discount in hundredths of a percent; null when none is offered.</summary>
    public int? DiscountBasisPoints { get; init; }

    /// <summary>The last payment date for which it is granted.</summary>
    public DateOnly? DiscountUntil { get; init; }

    /// <summary>What colleagues asked to settle without money and nobody approved yet.</summary>
    public required Money Waiting { get; init; }

    /// <summary>The person may settle it without money.</summary>
    public bool CanAdjust { get; init; }
}
