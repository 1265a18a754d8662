namespace PaymentsApp.Domain;

// Credit notes that are cancelled or paid back.
public abstract partial record PaymentProblem
{
    /// <summary>It is on invoices: it is only cancelled when it is taken off them too.</summary>
    public sealed record CreditNoteIsApplied(string Number, Money Applied) : PaymentProblem;

    /// <summary>Nothing is left of it.</summary>
    public sealed record CreditNoteIsCancelled(string Number) : PaymentProblem;

    /// <summary>Part of it was paid back: it is only cancelled when no refund stands.</summary>
    public sealed record CreditNoteIsRefunded(string Number, Money Refunded) : PaymentProblem;

    /// <summary>Nothing is taken from it before <paramref name="FirstOn"/>, the last day on which it was issued, used or given back.</summary>
    public sealed record CreditNoteUsedLater(string Number, DateOnly FirstOn) : PaymentProblem;
}
