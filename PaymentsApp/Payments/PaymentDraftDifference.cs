using PaymentsApp.Domain;

namespace PaymentsApp.Payments;

/// <summary>One row of the difference editor: what becomes of a part of an invoice that the money does not reach.</summary>
public sealed class PaymentDraftDifference(int invoiceId, Money amount, Guid? id = null)
{
    /// <summary>Of the difference or of the dispute that it becomes.</summary>
    public Guid Id { get; } = id ?? Guid.CreateVersion7();

    /// <summary>Null: it stays open. That is how every row begins.</summary>
    public AdjustmentKind? Kind { get; private set; }

    public Money? Amount { get; set; } = amount;

    /// <summary>Empty: none chosen. What stays open needs none; with one, it opens a dispute.</summary>
    public string ReasonCode { get; set; } = string.Empty;

    public string Note { get; set; } = string.Empty;

    /// <summary>What it settles without money.</summary>
    public Money? Settled => Kind is null ? null : Amount;

    /// <summary>The reasons that can be chosen.</summary>
    public IEnumerable<ReasonCode> Reasons => Kind is { } kind ? ReasonCodes.Of(kind) : ReasonCodes.OfShortPay;

    /// <summary>Chooses what becomes of it; a reason that does not fit gives way to the usual one.</summary>
    public void Choose(AdjustmentKind? kind)
    {
        Kind = kind;
        if (kind is { } chosen && !ReasonCodes.Explains(ReasonCode, chosen))
        {
            ReasonCode = ReasonCodes.Of(chosen).First().Code;
        }
        else if (kind is null && !ReasonCodes.OfShortPay.Any(reason => reason.Code == ReasonCode))
        {
            ReasonCode = string.Empty;
        }
    }

    internal InvoiceAdjustment? ToAdjustment() => Kind is { } kind && Amount is { IsPositive: true } amount
        ? new InvoiceAdjustment(Id, invoiceId, kind, amount, ReasonCode, Note)
        : null;

    internal ShortPay? ToShortPay() => Kind is null && ReasonCode.Length > 0 && Amount is { IsPositive: true } amount
        ? new ShortPay(Id, invoiceId, amount, ReasonCode, Note)
        : null;
}
