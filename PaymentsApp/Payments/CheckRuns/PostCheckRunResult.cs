namespace PaymentsApp.Payments.CheckRuns;

/// <summary>What became of posting a run.</summary>
public abstract record PostCheckRunResult
{
    /// <summary>Each check was tried.</summary>
    /// <param name="Version">To be said with the next change.</param>
    /// <param name="Results">By payment id.</param>
    public sealed record Posted(int Version, IReadOnlyDictionary<Guid, RegisterPaymentResult> Results) : PostCheckRunResult
    {
        /// <summary>Every check of the run is a payment.</summary>
        public bool IsComplete => Results.Values.All(result => result is RegisterPaymentResult.Registered or RegisterPaymentResult.AlreadyRegistered);
    }

    /// <summary>Nothing was registered; a sentence says why.</summary>
    public sealed record Refused(string Reason) : PostCheckRunResult;
}
