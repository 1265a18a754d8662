using PaymentsApp.Domain;

namespace PaymentsApp.Mail.Messages;

/// <summary>Which mails of the outbox are listed.</summary>
/// <param name="Kind">Null for all.</param>
/// <param name="NeedsAttention">Only those that failed or may have been sent.</param>
/// <param name="MailingId">Only those queued together; null for all.</param>
public sealed record MailFilter(MailKind? Kind, bool NeedsAttention = false, Guid? MailingId = null);
