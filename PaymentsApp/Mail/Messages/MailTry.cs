using PaymentsApp.Domain;

namespace PaymentsApp.Mail.Messages;

/// <summary>One attempt to send a mail.</summary>
/// <param name="At">On the company's clock.</param>
/// <param name="Result">Null: its end was not seen.</param>
/// <param name="Answer">What the mail server said.</param>
public sealed record MailTry(DateTime At, MailResult? Result, string? Answer);
