using PaymentsApp.Domain;

namespace PaymentsApp.Mail.Sending;

/// <summary>One line per attempt: ids, never addresses or words.</summary>
internal static partial class MailLog
{
    [LoggerMessage(EventId = 5001, Level = LogLevel.Information, Message = "Mail {MailId}: {Result} at attempt {Attempt}")]
    public static partial void Tried(this ILogger logger, Guid mailId, MailResult result, int attempt);

    [LoggerMessage(EventId = 5002, Level = LogLevel.Warning, Message = "Mail {MailId} may have been sent: its sender ended before the answer came")]
    public static partial void Lost(this ILogger logger, Guid mailId);

    [LoggerMessage(EventId = 5003, Level = LogLevel.Error, Message = "The outbox could not be worked on; it is tried again")]
    public static partial void OutboxFailed(this ILogger logger, Exception exception);

    [LoggerMessage(EventId = 5004, Level = LogLevel.Warning, Message = "A file of mail {MailId} could not be made")]
    public static partial void FileNotMade(this ILogger logger, Exception? exception, Guid mailId);
}
