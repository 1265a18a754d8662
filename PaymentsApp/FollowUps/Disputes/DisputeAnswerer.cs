namespace PaymentsApp.FollowUps.Disputes;

/// <summary>Whose turn it is in a dispute.</summary>
public enum DisputeAnswerer
{
    /// <summary>The sales rep who owns the client.</summary>
    Owner,

    /// <summary>Whoever opened it: the other side had the last word.</summary>
    Opener,
}
