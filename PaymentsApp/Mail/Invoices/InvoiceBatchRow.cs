namespace PaymentsApp.Mail.Invoices;

/// <summary>Invoices that came together, or were sent together.</summary>
/// <param name="Id">Of an import; null for a mailing.</param>
/// <param name="MailingId">Of a mailing; null for an import.</param>
/// <param name="Name">The file's name, or what was sent.</param>
/// <param name="At">On the company's clock.</param>
/// <param name="By">Who.</param>
/// <param name="Invoices">How many.</param>
public sealed record InvoiceBatchRow(int? Id, Guid? MailingId, string Name, DateTime At, string By, int Invoices);
