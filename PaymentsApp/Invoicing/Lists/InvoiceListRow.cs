using PaymentsApp.Domain;

namespace PaymentsApp.Invoicing.Lists;

/// <summary>An invoice as the list shows it.</summary>
/// <param name="DaysOverdue">0 when paid or not yet due.</param>
public sealed record InvoiceListRow(
    int Id,
    string Number,
    int OrganizationId,
    string Organization,
    DateOnly IssuedOn,
    DateOnly DueOn,
    int DaysOverdue,
    Money Total,
    Money Outstanding,
    InvoiceStatus Status);
