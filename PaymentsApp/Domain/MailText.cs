namespace PaymentsApp.Domain;

/// <summary>The words of a mail: the same in plain text and in HTML.</summary>
/// <param name="Subject">One line.</param>
/// <param name="Text">Plain text.</param>
/// <param name="Html">A whole HTML page.</param>
public sealed record MailText(string Subject, string Text, string Html);
