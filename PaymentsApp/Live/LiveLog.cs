namespace PaymentsApp.Live;

internal static partial class LiveLog
{
    [LoggerMessage(EventId = 2001, Level = LogLevel.Error,
        Message = "A subscriber failed on {Changes} changes; the others are served on")]
    public static partial void SubscriberFailed(this ILogger logger, Exception exception, int changes);

    [LoggerMessage(EventId = 2002, Level = LogLevel.Warning,
        Message = "{Screen} could not reload after a change (attempt {Attempt}), trying again")]
    public static partial void ReloadRetried(this ILogger logger, Exception exception, string screen, int attempt);

    [LoggerMessage(EventId = 2003, Level = LogLevel.Error,
        Message = "{Screen} could not reload after a change")]
    public static partial void ReloadFailed(this ILogger logger, Exception exception, string screen);

    [LoggerMessage(EventId = 2010, Level = LogLevel.Information,
        Message = "Listening for changes of other processes")]
    public static partial void RelayListens(this ILogger logger);

    [LoggerMessage(EventId = 2011, Level = LogLevel.Warning,
        Message = "Changes of other processes do not arrive, trying again in {PauseSeconds} s")]
    public static partial void RelayLost(this ILogger logger, Exception exception, double pauseSeconds);
}
