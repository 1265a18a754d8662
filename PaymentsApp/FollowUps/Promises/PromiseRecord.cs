namespace PaymentsApp.FollowUps.Promises;

/// <summary>How many promises were kept and broken in the last year.</summary>
public readonly record struct PromiseRecord(int Kept, int Broken)
{
    /// <summary>Whole percent of those that are decided; null when there is none.</summary>
    public int? KeptPercent => Kept + Broken == 0 ? null : (int)Math.Round(100m * Kept / (Kept + Broken), MidpointRounding.AwayFromZero);
}
