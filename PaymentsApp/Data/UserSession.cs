namespace PaymentsApp.Data;

/// <summary>
/// One sign-in of one person. The cookie carries its id; a session that has ended makes the cookie
/// worthless, refuses commands and closes the person's open screens.
/// </summary>
public sealed class UserSession(string id, string userId, DateTime startedAt)
{
    /// <summary>Random, 128 bits in hex.</summary>
    public string Id { get; private set; } = id;

    public string UserId { get; private set; } = userId;

    public DateTime StartedAt { get; private set; } = startedAt;

    /// <summary>The last time the person did something, to the minute.</summary>
    public DateTime LastSeenAt { get; private set; } = startedAt;

    /// <summary>Null while the session lives.</summary>
    public DateTime? EndedAt { get; private set; }

    public void Seen(DateTime at) => LastSeenAt = at > LastSeenAt ? at : LastSeenAt;

    public void End(DateTime at) => EndedAt ??= at;
}
