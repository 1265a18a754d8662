using PaymentsApp.Domain;

namespace PaymentsApp.Mail.Sending;

/// <summary>What goes over the wire.</summary>
/// <param name="MessageId">Without angle brackets; the same in each attempt.</param>
/// <param name="To">Plain addresses.</param>
/// <param name="Text">The words.</param>
/// <param name="Files">Name, media type, bytes.</param>
internal sealed record SmtpMail(string MessageId, IReadOnlyList<string> To, MailText Text, IReadOnlyList<(string Name, string ContentType, byte[] Bytes)> Files);
