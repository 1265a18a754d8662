using PaymentsApp.Domain;

namespace PaymentsApp.Payments.Details;

/// <summary>What corrections need to know of a payment, and what came of them.</summary>
/// <param name="ClosedThrough">The last closed day; null when nothing is closed.</param>
/// <param name="ReturnFee">What a payer is charged for a returned payment; null for nothing.</param>
/// <param name="Replaces">The payment of which this one is the corrected version; null also when it is not this person's to see.</param>
/// <param name="ReplacedBy">The corrected version of this one; null likewise.</param>
/// <param name="Returned">Null when the bank did not take it back.</param>
/// <param name="Refunds">Those that wait, and those that were paid, the oldest first.</param>
public sealed record PaymentCorrections(
    int PaymentTypeId,
    PaymentTypeKind Kind,
    DateOnly? ClosedThrough,
    Money? ReturnFee,
    LinkedPayment? Replaces,
    LinkedPayment? ReplacedBy,
    ReturnView? Returned,
    IReadOnlyList<RefundView> Refunds)
{
    /// <summary>With which it is brought to the bank; null for none, and for who makes no deposits.</summary>
    public DepositOfPayment? Deposit { get; init; }

    /// <summary>Existing credit that was used together with it and stands; empty for who may not take it back.</summary>
    public IReadOnlyList<BesideView> Beside { get; init; } = [];

    /// <summary>The same without what people wrote, for who sees only a part of the payment.</summary>
    public PaymentCorrections WithoutWords() => this with
    {
        Returned = Returned is null ? null : Returned with { Note = null },
        Refunds = [.. Refunds.Select(refund => refund with { Reason = "" })],
    };
}
