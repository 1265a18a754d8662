namespace PaymentsApp.FollowUps;

/// <summary>What a list of clients shows of promises and plans.</summary>
/// <param name="PromisedOn">The next promised day, or the latest that was broken; null for none.</param>
/// <param name="IsPromiseBroken">That promise was broken.</param>
/// <param name="NextOn">When somebody looks at it again; null: nothing is planned.</param>
internal sealed record FollowUpPlan(DateOnly? PromisedOn, bool IsPromiseBroken, DateOnly? NextOn);
