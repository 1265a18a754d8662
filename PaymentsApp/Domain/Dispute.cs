namespace PaymentsApp.Domain;

/// <summary>
/// The client paid less than was invoiced, and says why. A question to the sales rep who owns the client, answered in messages until
/// either side closes it. What was opened is a fact; closing is written once.
/// </summary>
public sealed class Dispute
{
    public Dispute(Guid id, Invoice invoice, Money amount, string reasonCode, Guid? paymentId, Recorded opened)
    {
        Invariant.Holds(amount.Minor > 0 && amount.Currency == invoice.Currency, "A dispute is about a part of its invoice.");
        Id = id;
        InvoiceId = invoice.Id;
        OrganizationId = invoice.OrganizationId;
        Currency = amount.Currency;
        AmountMinor = amount.Minor;
        ReasonCode = Invariant.NotBlank(reasonCode);
        PaymentId = paymentId;
        OpenedAt = opened.At;
        OpenedById = opened.ById;
    }

    private Dispute() => Currency = ReasonCode = OpenedById = string.Empty; // for EF Core

    /// <summary>Made by the caller (Guid v7); the idempotency key.</summary>
    public Guid Id { get; private set; }

    public int InvoiceId { get; private set; }

    /// <summary>The invoiced organization; who owns it answers.</summary>
    public int OrganizationId { get; private set; }

    public string Currency { get; private set; }

    /// <summary>What the client does not want to pay, in minor units.</summary>
    public long AmountMinor { get; private set; }

    /// <summary>One of <see cref="ReasonCodes"/>.</summary>
    public string ReasonCode { get; private set; }

    /// <summary>The payment that was too small; null when there was none.</summary>
    public Guid? PaymentId { get; private set; }

    public DateTime OpenedAt { get; private set; }

    public string OpenedById { get; private set; }

    /// <summary>Null while it is open; set together with the two below.</summary>
    public DateTime? ClosedAt { get; private set; }

    public string? ClosedById { get; private set; }

    public DisputeOutcome? Outcome { get; private set; }

    public Money Amount => new(AmountMinor, Currency);

    public void Close(DisputeOutcome outcome, Recorded closed)
    {
        Invariant.Holds(ClosedAt is null, "A dispute is closed once.");
        Outcome = outcome;
        ClosedAt = closed.At;
        ClosedById = closed.ById;
    }
}
