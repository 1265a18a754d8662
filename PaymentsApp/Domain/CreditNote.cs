namespace PaymentsApp.Domain;

/// <summary>
/// What the publisher credits an organization for (wrong size, missed issue, agreed reduction). It lowers what is open by being netted
/// against invoices of the same organization: each netting is an <see cref="Adjustment"/>. It is cancelled or paid back by a
/// <see cref="CreditNoteWithdrawal"/>. The header is a fact; only the balance moves.
/// </summary>
public sealed class CreditNote
{
    public CreditNote(Guid id, int organizationId, string number, Money total, DateOnly issuedOn, string reason, Recorded recorded)
    {
        Invariant.Holds(total.Minor > 0, "A credit note has a positive total.");
        Id = id;
        OrganizationId = organizationId;
        Number = Invariant.NotBlank(number);
        NumberKey = SearchText.Key(number);
        Currency = Invariant.Currency(total.Currency);
        TotalMinor = total.Minor;
        IssuedOn = issuedOn;
        Reason = Invariant.NotBlank(reason);
        RecordedAt = recorded.At;
        RecordedById = recorded.ById;
        UnappliedMinor = total.Minor;
    }

    private CreditNote() => Number = NumberKey = Currency = Reason = RecordedById = string.Empty; // for EF Core

    /// <summary>Made by the caller (Guid v7); the idempotency key.</summary>
    public Guid Id { get; private set; }

    public int OrganizationId { get; private set; }

    public string Number { get; private set; }

    /// <summary>The number as <see cref="SearchText.Key"/> folds it; unique.</summary>
    public string NumberKey { get; private set; }

    public string Currency { get; private set; }

    /// <summary>Credited, in minor units; always positive.</summary>
    public long TotalMinor { get; private set; }

    /// <summary>What is used up, in minor units: the adjustments that stand and net it, and the cancellation or the refunds that stand.</summary>
    public long AppliedMinor { get; private set; }

    /// <summary>What can still be used, in minor units. The database computes it; this copy is right after each change made here.</summary>
    public long UnappliedMinor { get; private set; }

    /// <summary>Rises with every change of the balance.</summary>
    public int Version { get; private set; }

    public DateOnly IssuedOn { get; private set; }

    public string Reason { get; private set; }

    public DateTime RecordedAt { get; private set; }

    public string RecordedById { get; private set; }

    public Money Total => new(TotalMinor, Currency);

    public Money Unapplied => new(UnappliedMinor, Currency);

    /// <summary>Takes all of it, of which nothing may be used.</summary>
    public CreditNoteWithdrawal Cancel(Guid id, DateOnly on, string reason, Recorded recorded)
    {
        MoveApplied(Total);
        return CreditNoteWithdrawal.Cancel(this, id, on, reason, recorded);
    }

    public CreditNoteWithdrawal Refund(RefundCreditNote asked, Recorded recorded, string approvedById)
    {
        MoveApplied(asked.Amount);
        return CreditNoteWithdrawal.Refund(asked, recorded, approvedById);
    }

    public CreditNoteWithdrawal Reverse(CreditNoteWithdrawal earlier, Guid id, DateOnly on, string reason, Recorded recorded)
    {
        Invariant.Holds(earlier.CreditNoteId == Id, "A withdrawal is taken back to its own credit note.");
        MoveApplied(-earlier.Amount);
        return CreditNoteWithdrawal.Reverse(earlier, id, on, reason, recorded);
    }

    /// <summary>Moves the balance by one use; negative when it is reversed.</summary>
    internal void MoveApplied(Money amount)
    {
        Invariant.Holds(amount.Currency == Currency, "A netting has the currency of its credit note.");
        AppliedMinor = checked(AppliedMinor + amount.Minor);
        UnappliedMinor = TotalMinor - AppliedMinor;
        Invariant.Holds(AppliedMinor >= 0 && UnappliedMinor >= 0, $"Credit note {Number} would have more applied than credited.");
        Version++;
    }
}
