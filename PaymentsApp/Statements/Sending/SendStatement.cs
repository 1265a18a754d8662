namespace PaymentsApp.Statements.Sending;

/// <summary>Sends one statement by mail.</summary>
/// <param name="MailId">Made by the window (Guid v7): sent again it does nothing twice.</param>
/// <param name="Asked">Which statement.</param>
/// <param name="To">Addresses.</param>
/// <param name="Subject">One line.</param>
/// <param name="Text">Plain text.</param>
public sealed record SendStatement(Guid MailId, StatementAsked Asked, IReadOnlyList<string> To, string Subject, string Text);
