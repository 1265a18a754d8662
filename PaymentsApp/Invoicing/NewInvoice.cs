namespace PaymentsApp.Invoicing;

/// <summary>The command behind Save in the New invoice form.</summary>
/// <param name="OrganizationId">Who is invoiced.</param>
/// <param name="Number">Unique however it is spaced or cased.</param>
/// <param name="Currency">Of every row.</param>
/// <param name="IssuedOn">The date on the invoice.</param>
/// <param name="DueOn">Not before the issue date.</param>
/// <param name="Rows">At least one; they add up to the total.</param>
public sealed record NewInvoice(
    int OrganizationId,
    string Number,
    string Currency,
    DateOnly IssuedOn,
    DateOnly DueOn,
    IReadOnlyList<NewInvoiceRow> Rows);
