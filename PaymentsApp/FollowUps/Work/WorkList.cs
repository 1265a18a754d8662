namespace PaymentsApp.FollowUps.Work;

/// <summary>What there is to do today, the most pressing first.</summary>
/// <param name="Count">All of it; <paramref name="Items"/> may be fewer.</param>
public sealed record WorkList(IReadOnlyList<WorkItem> Items, int Count);
