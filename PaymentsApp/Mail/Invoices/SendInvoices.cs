namespace PaymentsApp.Mail.Invoices;

/// <summary>Asks for invoices by mail.</summary>
/// <param name="MailingId">Made by the screen (Guid v7); asked again, nothing is sent twice.</param>
/// <param name="BatchId">The import that they are from; null for others.</param>
/// <param name="InvoiceIds">At most <see cref="InvoiceMailService.InvoicesMax"/>.</param>
public sealed record SendInvoices(Guid MailingId, int? BatchId, IReadOnlyList<int> InvoiceIds);
