namespace PaymentsApp.Statements.Sending;

/// <summary>What a mail with a statement begins with.</summary>
/// <param name="Organization">Its name.</param>
/// <param name="Recipients">Those for bills first.</param>
/// <param name="Subject">From the template.</param>
/// <param name="Text">From the template, plain.</param>
/// <param name="Mail">Whether mails go out.</param>
public sealed record StatementOffer(string Organization, IReadOnlyList<StatementRecipient> Recipients, string Subject, string Text, MailReadiness Mail);
