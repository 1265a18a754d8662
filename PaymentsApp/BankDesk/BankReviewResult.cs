using PaymentsApp.Domain;

namespace PaymentsApp.BankDesk;

/// <summary>What became of a person's decision about a line.</summary>
public abstract record BankReviewResult
{
    /// <summary>It is decided.</summary>
    /// <param name="PaymentNumber">The payment that was registered; null: none.</param>
    public sealed record Done(long? PaymentNumber) : BankReviewResult;

    /// <summary>Nothing was written: the money may be there already. Said again with these confirmed, it is registered.</summary>
    public sealed record Asks(IReadOnlyList<PossibleDuplicate> Duplicates) : BankReviewResult;

    /// <summary>Nothing was written.</summary>
    /// <param name="Reason">Sentences.</param>
    public sealed record Refused(string Reason) : BankReviewResult;
}
