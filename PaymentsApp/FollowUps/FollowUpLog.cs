namespace PaymentsApp.FollowUps;

internal static partial class FollowUpLog
{
    [LoggerMessage(EventId = 11001, Level = LogLevel.Information,
        Message = "Promise {PromiseId} of organization {OrganizationId} noted by {UserId}")]
    public static partial void Promised(this ILogger logger, Guid promiseId, int organizationId, string userId);

    [LoggerMessage(EventId = 11002, Level = LogLevel.Information,
        Message = "Promise {PromiseId} withdrawn by {UserId}")]
    public static partial void PromiseWithdrawn(this ILogger logger, Guid promiseId, string userId);

    [LoggerMessage(EventId = 11003, Level = LogLevel.Information,
        Message = "{Kind} {EntryId} about organization {OrganizationId} written by {UserId}")]
    public static partial void FollowedUp(this ILogger logger, Domain.FollowUpKind kind, Guid entryId, int organizationId, string userId);

    [LoggerMessage(EventId = 11004, Level = LogLevel.Information,
        Message = "{Action} {EntityId} by {UserId}")]
    public static partial void HoldChanged(this ILogger logger, string action, string entityId, string userId);
}
