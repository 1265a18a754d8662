namespace PaymentsApp.Domain;

/// <summary>
/// A new fact that cancels an old one: an allocation, an adjustment, a refund or a whole payment.
/// At most one for each; the old fact stays visible.
/// </summary>
public sealed class Reversal
{
    private Reversal() => Reason = RecordedById = string.Empty; // for EF Core

    public Guid Id { get; private set; }

    /// <summary>Exactly one of the four is set.</summary>
    public Guid? AllocationId { get; private set; }

    public Guid? AdjustmentId { get; private set; }

    public Guid? PaymentId { get; private set; }

    public Guid? RefundId { get; private set; }

    public DateOnly EffectiveOn { get; private set; }

    public string Reason { get; private set; }

    public DateTime RecordedAt { get; private set; }

    public string RecordedById { get; private set; }

    internal static Reversal OfAllocation(Guid id, Guid allocationId, DateOnly effectiveOn, string reason, Recorded recorded) =>
        Make(id, effectiveOn, reason, recorded, reversal => reversal.AllocationId = allocationId);

    internal static Reversal OfPayment(Guid id, Guid paymentId, DateOnly effectiveOn, string reason, Recorded recorded) =>
        Make(id, effectiveOn, reason, recorded, reversal => reversal.PaymentId = paymentId);

    internal static Reversal OfAdjustment(Guid id, Guid adjustmentId, DateOnly effectiveOn, string reason, Recorded recorded) =>
        Make(id, effectiveOn, reason, recorded, reversal => reversal.AdjustmentId = adjustmentId);

    internal static Reversal OfRefund(Guid id, Guid refundId, DateOnly effectiveOn, string reason, Recorded recorded) =>
        Make(id, effectiveOn, reason, recorded, reversal => reversal.RefundId = refundId);

    private static Reversal Make(Guid id, DateOnly effectiveOn, string reason, Recorded recorded, Action<Reversal> point)
    {
        var reversal = new Reversal
        {
            Id = id,
            EffectiveOn = effectiveOn,
            Reason = Invariant.NotBlank(reason),
            RecordedAt = recorded.At,
            RecordedById = recorded.ById,
        };
        point(reversal);
        return reversal;
    }
}
