namespace PaymentsApp.Domain;

/// <summary>
/// Part of a payment applied to an invoice. A fact: it is never changed or deleted;
/// a <see cref="Reversal"/> takes it back.
/// </summary>
public sealed class Allocation
{
    internal Allocation(Guid id, Guid paymentId, int invoiceId, Money amount, DateOnly appliedOn, Recorded recorded)
    {
        Invariant.Holds(amount.Minor > 0, "An allocation is positive.");
        Id = id;
        PaymentId = paymentId;
        InvoiceId = invoiceId;
        Currency = amount.Currency;
        AmountMinor = amount.Minor;
        AppliedOn = appliedOn;
        RecordedAt = recorded.At;
        RecordedById = recorded.ById;
    }

    private Allocation() => Currency = RecordedById = string.Empty; // for EF Core

    public Guid Id { get; private set; }

    public Guid PaymentId { get; private set; }

    public int InvoiceId { get; private set; }

    public string Currency { get; private set; }

    /// <summary>In minor units; always positive.</summary>
    public long AmountMinor { get; private set; }

    /// <summary>The business date from which the invoice counts as paid by it.</summary>
    public DateOnly AppliedOn { get; private set; }

    public DateTime RecordedAt { get; private set; }

    public string RecordedById { get; private set; }

    public Money Amount => new(AmountMinor, Currency);
}
