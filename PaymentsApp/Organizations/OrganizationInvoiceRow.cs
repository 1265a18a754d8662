using PaymentsApp.Domain;

namespace PaymentsApp.Organizations;

/// <summary>An invoice of one organization.</summary>
/// <param name="DaysOverdue">0 when paid or not yet due.</param>
public sealed record OrganizationInvoiceRow(
    int Id, string Number, DateOnly IssuedOn, DateOnly DueOn, int DaysOverdue, Money Total, Money Outstanding, InvoiceStatus Status);
