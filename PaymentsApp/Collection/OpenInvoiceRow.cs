using PaymentsApp.Domain;

namespace PaymentsApp.Collection;

/// <summary>An open invoice as the list shows it.</summary>
/// <param name="DaysOverdue">0 when it is not yet due.</param>
public sealed record OpenInvoiceRow(
    int Id,
    string Number,
    int OrganizationId,
    string Organization,
    string CustomerNumber,
    DateOnly IssuedOn,
    DateOnly DueOn,
    int DaysOverdue,
    Money Total,
    Money Outstanding,
    InvoiceStatus Status);
