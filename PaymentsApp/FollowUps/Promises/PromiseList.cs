namespace PaymentsApp.FollowUps.Promises;

/// <summary>Promises, and how often those who made them keep their word.</summary>
/// <param name="Count">All that were asked for; <paramref name="Promises"/> may be fewer.</param>
/// <param name="Record">Of all promises of the last year, whatever was asked for.</param>
/// <param name="RecordOf">The same by organization.</param>
public sealed record PromiseList(
    IReadOnlyList<PromiseView> Promises, int Count, PromiseRecord Record, IReadOnlyDictionary<int, PromiseRecord> RecordOf);
