using PaymentsApp.Domain;
using PaymentsApp.Payments.Drafts;

namespace PaymentsApp.Payments;

// What becomes of the part that the money does not reach.
public sealed partial class PaymentDraftLine
{
    private readonly List<PaymentDraftDifference> _differences = [];

    /// <summary>In the order in which they were added; none: the rest stays open.</summary>
    public IReadOnlyList<PaymentDraftDifference> Differences => _differences;

    /// <summary>Settled without money, together.</summary>
    public Money Settled => _differences.Aggregate(Money.Zero(Invoice.Outstanding.Currency), (sum, difference) => sum + (difference.Settled ?? Money.Zero(sum.Currency)));

    /// <summary>Adds a row over what is left; it stays open until somebody chooses otherwise.</summary>
    public PaymentDraftDifference AddDifference()
    {
        var difference = new PaymentDraftDifference(InvoiceId, Money.Max(Remaining, Money.Zero(Remaining.Currency)));
        _differences.Add(difference);
        return difference;
    }

    internal void Settle(AdjustmentKind kind, Money amount)
    {
        if (amount.IsPositive)
        {
            var difference = AddDifference();
            difference.Amount = amount;
            difference.Choose(kind);
        }
    }

    // The id stays: with it the answer to a lost save is recognized.
    internal void Restore(DraftDifference kept)
    {
        var currency = Invoice.Outstanding.Currency;
        var difference = new PaymentDraftDifference(InvoiceId, Money.Zero(currency), kept.Id)
        {
            Amount = kept.AmountMinor is { } minor ? new Money(minor, currency) : null,
            ReasonCode = kept.ReasonCode,
            Note = kept.Note,
        };
        difference.Choose(kept.Kind);
        _differences.Add(difference);
    }

    public void RemoveDifference(PaymentDraftDifference difference) => _differences.Remove(difference);
}
