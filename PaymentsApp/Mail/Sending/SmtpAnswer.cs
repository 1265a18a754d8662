using PaymentsApp.Domain;

namespace PaymentsApp.Mail.Sending;

/// <summary>How a try to send a mail ended.</summary>
/// <param name="Result">What to do next depends on it.</param>
/// <param name="Text">What the mail server, or the way to it, said.</param>
public sealed record SmtpAnswer(MailResult Result, string Text);
