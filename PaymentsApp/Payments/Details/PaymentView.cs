using PaymentsApp.Domain;

namespace PaymentsApp.Payments.Details;

/// <summary>A payment with everything that happened to it.</summary>
/// <param name="Allocations">Those that stand and those taken back, in the order they were made.</param>
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
    bool CanCorrect)
{
    public required PaymentCorrections Corrections { get; init; }

    /// <summary>All of it went to accounts that the person may see. Otherwise <see cref="Allocations"/> has those of visible accounts only, and there are no memo, reasons and notes.</summary>
    public required bool IsWhole { get; init; }

    /// <summary>How many allocations there are to accounts that the person may see; more than are listed, when there are very many.</summary>
    public required int AllocationCount { get; init; }

    /// <summary>What is on invoices of accounts that the person may not see.</summary>
    public Money AppliedElsewhere => IsWhole
        ? Money.Zero(Amount.Currency)
        : Allocations.Where(allocation => allocation.Reversal is null).Aggregate(Applied, (rest, allocation) => rest - allocation.Amount);

    /// <summary>The invoice that the payer meant by what is unapplied; null when nobody said.</summary>
    public MeantInvoice? MeantFor { get; init; }

    /// <summary>What its reversal took off invoices, in the order it was applied; empty while the payment stands.</summary>
    public IEnumerable<AllocationView> TakenWithIt =>
        Allocations.Where(allocation => Reversal is not null && allocation.Reversal?.RecordedAt == Reversal.RecordedAt);

    public bool IsReversed => Reversal is not null;

    /// <summary>The same figures as a new payment that takes the place of this one, which is reversed.</summary>
    /// <param name="paymentId">Of the new payment (Guid v7).</param>
    /// <param name="receivedOn">Its business date.</param>
    /// <param name="reference">Its check number or reference.</param>
    /// <param name="onto">The allocations that are made again.</param>
    public RegisterPayment Again(Guid paymentId, DateOnly receivedOn, string? reference, IEnumerable<AllocationView> onto) => new(
        paymentId, PayerId, Amount, BankFee, receivedOn, Corrections.PaymentTypeId, reference, CheckDatedOn, Memo,
        [.. onto.GroupBy(allocation => allocation.InvoiceId).Select(group =>
            new InvoiceShare(group.Key, group.Aggregate(Money.Zero(Amount.Currency), (sum, allocation) => sum + allocation.Amount)))])
    {
        ReplacesPaymentId = Id,
    };
}
