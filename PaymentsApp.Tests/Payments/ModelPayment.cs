using PaymentsApp.Domain;

namespace PaymentsApp.Tests.Payments;

internal sealed class ModelPayment(RegisterPayment command)
{
    // One and the same list, because a record compares lists by reference.
    private static readonly IReadOnlyList<InvoiceShare> NoShares = [];
    private static readonly IReadOnlyList<InvoiceAdjustment> NoAdjustments = [];
    private static readonly IReadOnlyList<CreditUse> NoCredits = [];

    public RegisterPayment Command { get; } = command;

    public long Allocated { get; set; }

    public long Refunded { get; set; }

    public Guid? ReversedBy { get; set; }

    public long Withdrawn => ReversedBy is null ? 0 : Applicable;

    public long Unapplied => Applicable - Allocated - Withdrawn - Refunded;

    private long Applicable => Command.Amount.Minor + Command.BankFee.Minor;

    public bool IsSameAs(RegisterPayment again) =>
        Command with { Allocations = NoShares, Adjustments = NoAdjustments, Credits = NoCredits }
            == again with { Allocations = NoShares, Adjustments = NoAdjustments, Credits = NoCredits }
        && Command.Credits.OrderBy(use => use.FactId).SequenceEqual(again.Credits.OrderBy(use => use.FactId))
        && Command.Adjustments.OrderBy(a => a.AdjustmentId).SequenceEqual(again.Adjustments.OrderBy(a => a.AdjustmentId))
        && Command.Allocations.OrderBy(share => share.InvoiceId).SequenceEqual(again.Allocations.OrderBy(share => share.InvoiceId));
}
