namespace PaymentsApp.Mail.Messages;

/// <summary>One mail with its words, its files and every attempt.</summary>
/// <param name="Row">As in the list.</param>
/// <param name="Text">The plain text.</param>
/// <param name="MessageId">The header; null before the first attempt.</param>
/// <param name="Files">The names of its files.</param>
/// <param name="Attempts">The first one first.</param>
public sealed record MailDetails(MailRow Row, string Text, string? MessageId, IReadOnlyList<string> Files, IReadOnlyList<MailTry> Attempts);
