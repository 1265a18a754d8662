using PaymentsApp.Domain;

namespace PaymentsApp.Collection.Outstanding.Rows;

/// <summary>An invoice row of which something is open.</summary>
/// <param name="Open">Its part of what is open of the invoice, by the rule of the settings.</param>
public sealed record UnpaidRow(
    int RowId, int InvoiceId, string Number, int OrganizationId, string Organization, string Description, DateOnly DueOn, int DaysOverdue, Money Amount, Money Open);
