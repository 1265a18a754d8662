namespace PaymentsApp.BankDesk;

/// <summary>One line per business fact: ids and counts, never names, amounts or the bank's text.</summary>
internal static partial class BankLog
{
    [LoggerMessage(EventId = 3001, Level = LogLevel.Information, Message = "Bank file {FileId} stored with {Lines} lines by {UserId}")]
    public static partial void Stored(this ILogger logger, Guid fileId, int lines, string userId);

    [LoggerMessage(EventId = 3002, Level = LogLevel.Information, Message = "Bank file {FileId}: {Applied} lines applied unasked")]
    public static partial void Applied(this ILogger logger, Guid fileId, int applied);

    [LoggerMessage(EventId = 3003, Level = LogLevel.Error, Message = "The import of a bank file stopped")]
    public static partial void ImportFailed(this ILogger logger, Exception exception);

    [LoggerMessage(EventId = 3005, Level = LogLevel.Warning, Message = "A claim on a bank line was not let go; it lapses")]
    public static partial void NotLetGo(this ILogger logger, Exception exception);

    [LoggerMessage(EventId = 3004, Level = LogLevel.Error, Message = "A decision about bank line {LineId} could not be saved")]
    public static partial void DecisionFailed(this ILogger logger, Exception exception, Guid lineId);
}
