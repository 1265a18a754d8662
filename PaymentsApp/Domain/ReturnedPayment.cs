namespace PaymentsApp.Domain;

/// <summary>
/// A payment that the bank took back: a bounced check, a returned debit. Comes with the <see cref="Reversal"/> of the payment. A fact: it is never
/// changed or deleted.
/// </summary>
public sealed class ReturnedPayment
{
    /// <param name="asked">Already checked.</param>
    /// <param name="currency">Of the payment; the bank's fee is in it.</param>
    /// <param name="feeInvoiceId">The invoice that charges the payer; null for none.</param>
    /// <param name="recorded">Who, and when.</param>
    public ReturnedPayment(ReturnPayment asked, string currency, int? feeInvoiceId, Recorded recorded)
    {
        Invariant.Holds(asked.BankFee.Minor >= 0 && asked.BankFee.Currency == currency, "The bank's fee is in the payment's currency and not negative.");
        Id = asked.ReversalId;
        PaymentId = asked.PaymentId;
        ReturnedOn = asked.ReturnedOn;
        ReturnCode = Invariant.NotBlank(asked.ReturnCode);
        Currency = currency;
        BankFeeMinor = asked.BankFee.Minor;
        CustomerFeeInvoiceId = feeInvoiceId;
        Note = asked.Note;
        RecordedAt = recorded.At;
        RecordedById = recorded.ById;
    }

    private ReturnedPayment() => ReturnCode = Currency = RecordedById = string.Empty; // for EF Core

    /// <summary>The id of the payment's <see cref="Reversal"/>.</summary>
    public Guid Id { get; private set; }

    public Guid PaymentId { get; private set; }

    /// <summary>The day on which the bank took the money back.</summary>
    public DateOnly ReturnedOn { get; private set; }

    /// <summary>One of <see cref="ReturnCodes.All"/>.</summary>
    public string ReturnCode { get; private set; }

    public string Currency { get; private set; }

    /// <summary>What the bank charges the publisher, in minor units; the publisher's cost, zero when nothing.</summary>
    public long BankFeeMinor { get; private set; }

    /// <summary>The invoice that charges the payer for it; null when nothing was charged.</summary>
    public int? CustomerFeeInvoiceId { get; private set; }

    public string? Note { get; private set; }

    public DateTime RecordedAt { get; private set; }

    public string RecordedById { get; private set; }

    public Money BankFee => new(BankFeeMinor, Currency);
}
