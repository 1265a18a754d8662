namespace PaymentsApp.Domain;

// Promises, notes and what is planned.
public abstract partial record PaymentProblem
{
    /// <summary>A promise or a plan lies before today.</summary>
    public sealed record DateHasPassed(DateOnly Date, DateOnly Today) : PaymentProblem;

    /// <summary>More than a year from now: a slip of the pen.</summary>
    public sealed record DateTooFar(DateOnly Date) : PaymentProblem;

    /// <summary>Nobody is named who promised.</summary>
    public sealed record PersonMissing : PaymentProblem;

    /// <summary>An invoice of the promise is paid, or in another currency.</summary>
    public sealed record InvoiceNotPromisable(string InvoiceNumber) : PaymentProblem;

    /// <summary>A colleague withdrew the promise already.</summary>
    public sealed record PromiseIsWithdrawn : PaymentProblem;

    /// <summary>A colleague dealt with it meanwhile.</summary>
    /// <param name="At">UTC.</param>
    public sealed record HandledMeanwhile(string ByName, DateTime At, DateOnly? NextOn) : PaymentProblem;

    /// <summary>Somebody has put the client on hold already.</summary>
    public sealed record IsOnHold : PaymentProblem;

    /// <summary>A colleague released the client already.</summary>
    public sealed record HoldIsReleased : PaymentProblem;

    /// <summary>The amount or the days of a rule for holds.</summary>
    public sealed record RuleOutOfRange(int DaysMax) : PaymentProblem;
}
