namespace PaymentsApp.Payments.CheckRuns;

/// <summary>What became of a change of a run.</summary>
public abstract record SaveCheckRunResult
{
    /// <summary>It is on disk.</summary>
    /// <param name="Version">To be said with the next change.</param>
    public sealed record Saved(int Version) : SaveCheckRunResult;

    /// <summary>Nothing was written; a sentence says why.</summary>
    public sealed record Refused(string Reason) : SaveCheckRunResult;
}
