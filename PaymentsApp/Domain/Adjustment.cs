namespace PaymentsApp.Domain;

/// <summary>
/// A difference that is not money received: on an invoice it lowers what is open,
/// on a payment (bank fee) it raises what can be applied. A fact, taken back only by a <see cref="Reversal"/>.
/// </summary>
public sealed class Adjustment
{
    private Adjustment() => Currency = RecordedById = ReasonCode = string.Empty; // for EF Core

    public Guid Id { get; private set; }

    public AdjustmentKind Kind { get; private set; }

    /// <summary>The adjusted invoice; null when a payment is adjusted. Exactly one of the two is set.</summary>
    public int? InvoiceId { get; private set; }

    /// <summary>The adjusted payment; null when an invoice is adjusted.</summary>
    public Guid? PaymentId { get; private set; }

    public string Currency { get; private set; }

    /// <summary>In minor units; always positive.</summary>
    public long AmountMinor { get; private set; }

    public string ReasonCode { get; private set; }

    public string? Note { get; private set; }

    public DateOnly EffectiveOn { get; private set; }

    public DateTime RecordedAt { get; private set; }

    public string RecordedById { get; private set; }

    public Money Amount => new(AmountMinor, Currency);

    /// <summary>What the bank kept of a payment.</summary>
    internal static Adjustment BankFee(Guid id, Guid paymentId, Money fee, DateOnly effectiveOn, Recorded recorded)
    {
        Invariant.Holds(fee.Minor > 0, "A bank fee is positive.");
        return new Adjustment
        {
            Id = id,
            Kind = AdjustmentKind.BankFee,
            PaymentId = paymentId,
            Currency = fee.Currency,
            AmountMinor = fee.Minor,
            ReasonCode = nameof(AdjustmentKind.BankFee),
            EffectiveOn = effectiveOn,
            RecordedAt = recorded.At,
            RecordedById = recorded.ById,
        };
    }
}
