namespace PaymentsApp.FollowUps.Work;

/// <summary>Somebody to speak with.</summary>
public sealed record WorkContact(string Name, string? Phone);
