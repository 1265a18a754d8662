using PaymentsApp.Domain;

namespace PaymentsApp.Payments;

/// <summary>What became of applying, unapplying or reversing.</summary>
public abstract record CorrectionResult
{
    /// <summary>It is on disk.</summary>
    public sealed record Done : CorrectionResult;

    /// <summary>The same id came before: nothing was written again.</summary>
    public sealed record AlreadyDone : CorrectionResult;

    /// <summary>It is beyond what this person may do alone: it is kept and waits for another person. Nothing else was written.</summary>
    public sealed record AwaitsApproval(Guid RequestId) : CorrectionResult;

    /// <summary>Nothing was written.</summary>
    public sealed record Refused(IReadOnlyList<PaymentProblem> Problems) : CorrectionResult;
}
