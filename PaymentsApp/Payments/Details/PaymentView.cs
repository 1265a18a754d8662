using PaymentsApp.Domain;

namespace PaymentsApp.Payments.Details;

/// <summary>A payment with everything that happened to it.</summary>
/// <param name="Allocations">Those that stand and those taken back, in the order they were made.</param>
/// <param name="History">What happened, the latest first.</param>
/// <param name="CanCorrect">The person may apply, unapply and reverse.</param>
public sealed record PaymentView(
    Guid Id,
    long Number,
    int PayerId,
    string Payer,
    string CustomerNumber,
    string Type,
    string? Reference,
    string? Memo,
    DateOnly ReceivedOn,
    DateOnly? CheckDatedOn,
    Money Amount,
    Money BankFee,
    Money Applied,
    Money Unapplied,
    ReversalView? Reversal,
    IReadOnlyList<AllocationView> Allocations,
    IReadOnlyList<HistoryEntry> History,
    bool CanCorrect)
{
    public required PaymentCorrections Corrections { get; init; }

    public bool IsReversed => Reversal is not null;
}
