namespace PaymentsApp.Domain;

/// <summary>
/// Credit that left a credit note other than to an invoice, or came back from there. A fact; a cancellation or a refund is taken back by one more row
/// that names it, and at most once.
/// </summary>
public sealed class CreditNoteWithdrawal
{
    private CreditNoteWithdrawal() => Currency = Reason = RecordedById = string.Empty; // for EF Core

    public Guid Id { get; private set; }

    public Guid CreditNoteId { get; private set; }

    public CreditNoteWithdrawalKind Kind { get; private set; }

    public string Currency { get; private set; }

    /// <summary>In minor units; always positive, also where it comes back.</summary>
    public long AmountMinor { get; private set; }

    public DateOnly EffectiveOn { get; private set; }

    /// <summary>How it was paid back; set for a refund, and only for it.</summary>
    public int? PaymentTypeId { get; private set; }

    /// <summary>Check number or bank reference of the refund; null for none.</summary>
    public string? Reference { get; private set; }

    public string Reason { get; private set; }

    /// <summary>What a reversal takes back; null for the others.</summary>
    public Guid? ReversesId { get; private set; }

    public DateTime RecordedAt { get; private set; }

    /// <summary>Who asked for it.</summary>
    public string RecordedById { get; private set; }

    /// <summary>The second person of a refund; never the first.</summary>
    public string? ApprovedById { get; private set; }

    public Money Amount => new(AmountMinor, Currency);

    internal static CreditNoteWithdrawal Cancel(CreditNote note, Guid id, DateOnly on, string reason, Recorded recorded) =>
        Make(id, note.Id, CreditNoteWithdrawalKind.Cancellation, note.Total, on, reason, recorded);

    internal static CreditNoteWithdrawal Refund(RefundCreditNote asked, Recorded recorded, string approvedById)
    {
        Invariant.Holds(approvedById != recorded.ById, "Nobody approves what they asked for.");
        var refund = Make(asked.RefundId, asked.CreditNoteId, CreditNoteWithdrawalKind.Refund, asked.Amount, asked.RefundedOn, asked.Reason, recorded);
        (refund.PaymentTypeId, refund.Reference, refund.ApprovedById) = (asked.PaymentTypeId, asked.Reference, approvedById);
        return refund;
    }

    internal static CreditNoteWithdrawal Reverse(CreditNoteWithdrawal earlier, Guid id, DateOnly on, string reason, Recorded recorded)
    {
        Invariant.Holds(earlier.Kind != CreditNoteWithdrawalKind.Reversal, "What was taken back is not taken back again.");
        var reversal = Make(id, earlier.CreditNoteId, CreditNoteWithdrawalKind.Reversal, earlier.Amount, on, reason, recorded);
        reversal.ReversesId = earlier.Id;
        return reversal;
    }

    private static CreditNoteWithdrawal Make(
        Guid id, Guid noteId, CreditNoteWithdrawalKind kind, Money amount, DateOnly on, string reason, Recorded recorded)
    {
        Invariant.Holds(amount.Minor > 0, "What leaves a credit note is positive.");
        return new CreditNoteWithdrawal
        {
            Id = id,
            CreditNoteId = noteId,
            Kind = kind,
            Currency = amount.Currency,
            AmountMinor = amount.Minor,
            EffectiveOn = on,
            Reason = Invariant.NotBlank(reason),
            RecordedAt = recorded.At,
            RecordedById = recorded.ById,
        };
    }
}
