using PaymentsApp.Domain;

namespace PaymentsApp.Payments;

/// <summary>What became of applying, unapplying or reversing.</summary>
public abstract record CorrectionResult
{
    /// <summary>It is on disk.</summary>
    public sealed record Done : CorrectionResult;

    /// <summary>The same id came before: nothing was written again.</summary>
    public sealed record AlreadyDone : CorrectionResult;

    /// <summary>Nothing was written.</summary>
    public sealed record Refused(IReadOnlyList<PaymentProblem> Problems) : CorrectionResult;
}
