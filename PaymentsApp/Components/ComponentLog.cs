namespace PaymentsApp.Components;

// Events 6000 to 6099.
internal static partial class ComponentLog
{
    [LoggerMessage(EventId = 6001, Level = LogLevel.Error, Message = "The list {List} could not be loaded")]
    public static partial void ListFailed(ILogger logger, Exception exception, string list);

    [LoggerMessage(EventId = 6002, Level = LogLevel.Error, Message = "A page failed; the user was shown error {ErrorId}")]
    public static partial void PageFailed(ILogger logger, Exception exception, string errorId);
}
