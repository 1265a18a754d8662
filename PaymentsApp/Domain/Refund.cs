namespace PaymentsApp.Domain;

/// <summary>
/// Unapplied credit that was paid back to the payer: asked for by one person, approved by another.
/// A fact, taken back only by a <see cref="Reversal"/>.
/// </summary>
public sealed class Refund
{
    internal Refund(RefundPayment asked, Recorded recorded, string approvedById)
    {
        Invariant.Holds(asked.Amount.Minor > 0, "A refund is positive.");
        Invariant.Holds(approvedById != recorded.ById, "Nobody approves what they asked for.");
        Id = asked.RefundId;
        PaymentId = asked.PaymentId;
        Currency = asked.Amount.Currency;
        AmountMinor = asked.Amount.Minor;
        RefundedOn = asked.RefundedOn;
        PaymentTypeId = asked.PaymentTypeId;
        Reference = asked.Reference;
        Reason = Invariant.NotBlank(asked.Reason);
        RecordedAt = recorded.At;
        RecordedById = recorded.ById;
        ApprovedById = approvedById;
    }

    private Refund() => Currency = Reason = RecordedById = ApprovedById = string.Empty; // for EF Core

    public Guid Id { get; private set; }

    public Guid PaymentId { get; private set; }

    public string Currency { get; private set; }

    /// <summary>In minor units; always positive.</summary>
    public long AmountMinor { get; private set; }

    public DateOnly RefundedOn { get; private set; }

    public int PaymentTypeId { get; private set; }

    public string? Reference { get; private set; }

    public string Reason { get; private set; }

    public DateTime RecordedAt { get; private set; }

    /// <summary>Who asked for it.</summary>
    public string RecordedById { get; private set; }

    /// <summary>The second person; never the first.</summary>
    public string ApprovedById { get; private set; }

    public Money Amount => new(AmountMinor, Currency);
}
