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

    /// <summary>The credit note that is netted; set for <see cref="AdjustmentKind.CreditNote"/>, and only for it.</summary>
    public Guid? CreditNoteId { get; private set; }

    /// <summary>The payment in whose window an adjustment of an invoice was made; reversing that payment reverses it too.</summary>
    public Guid? MadeWithPaymentId { get; private set; }

    public DateTime RecordedAt { get; private set; }

    /// <summary>Who asked for it; who wrote it, when nobody had to approve.</summary>
    public string RecordedById { get; private set; }

    /// <summary>The second person, when it was beyond the limit of the first; never the same one.</summary>
    public string? ApprovedById { get; private set; }

    public Money Amount => new(AmountMinor, Currency);

    /// <summary>A difference on an invoice, as the window or a person asked for it.</summary>
    internal static Adjustment OfInvoice(InvoiceAdjustment asked, Guid? madeWithPaymentId, DateOnly effectiveOn, Recorded recorded, string? approvedById)
    {
        Invariant.Holds(asked.Amount.Minor > 0, "An adjustment is positive.");
        Invariant.Holds(asked.Kind != AdjustmentKind.BankFee, "A bank fee belongs to a payment.");
        Invariant.Holds(asked.Kind == AdjustmentKind.CreditNote == asked.CreditNoteId.HasValue, "Netting names its credit note.");
        Invariant.Holds(approvedById != recorded.ById, "Nobody approves what they asked for.");
        return new Adjustment
        {
            Id = asked.AdjustmentId,
            Kind = asked.Kind,
            InvoiceId = asked.InvoiceId,
            Currency = asked.Amount.Currency,
            AmountMinor = asked.Amount.Minor,
            ReasonCode = Invariant.NotBlank(asked.ReasonCode),
            Note = asked.Note,
            CreditNoteId = asked.CreditNoteId,
            MadeWithPaymentId = madeWithPaymentId,
            EffectiveOn = effectiveOn,
            RecordedAt = recorded.At,
            RecordedById = recorded.ById,
            ApprovedById = approvedById,
        };
    }

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
