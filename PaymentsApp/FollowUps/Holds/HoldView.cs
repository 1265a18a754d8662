namespace PaymentsApp.FollowUps.Holds;

/// <summary>Why a client is on hold now.</summary>
/// <param name="HoldId">The hold by hand; null: by rule alone.</param>
/// <param name="Text">The reason, or the rule in words.</param>
/// <param name="Since">The day on which it was placed; null by rule.</param>
/// <param name="By">Who placed it; null by rule.</param>
public sealed record HoldView(Guid? HoldId, string Text, DateOnly? Since, string? By, bool EndsWhenPaid);
