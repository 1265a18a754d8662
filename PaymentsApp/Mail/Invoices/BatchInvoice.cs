using PaymentsApp.Domain;

namespace PaymentsApp.Mail.Invoices;

/// <summary>An invoice of a batch, and the last mail that sent it.</summary>
/// <param name="MailId">Null when it was never mailed; so are the three after it.</param>
/// <param name="SentTo">The addresses.</param>
/// <param name="MailState">How far that mail came.</param>
/// <param name="MailAt">When it was sent or failed, else when it was queued; on the company's clock.</param>
public sealed record BatchInvoice(
    int Id, string Number, int OrganizationId, string Organization, DateOnly DueOn, Money Total, Money Outstanding, Guid? MailId, string? SentTo, MailState? MailState, DateTime? MailAt);
