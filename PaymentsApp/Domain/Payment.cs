namespace PaymentsApp.Domain;

/// <summary>
/// Money received from a payer. What was registered is a fact and never changes; only the balance
/// (<see cref="AllocatedMinor"/>, <see cref="WithdrawnMinor"/>) moves, together with the facts behind it.
/// </summary>
public sealed class Payment
{
    private Payment() => Currency = RecordedById = Fingerprint = string.Empty; // for EF Core

    /// <summary>Made by the window (Guid v7); the idempotency key of the registration.</summary>
    public Guid Id { get; private set; }

    /// <summary>1, 2, 3 ... in the order of registration; what people call the payment, see <see cref="PaymentNumber"/>.</summary>
    public long Number { get; private set; }

    /// <summary>The organization that paid; may differ from the invoiced one.</summary>
    public int PayerId { get; private set; }

    public string Currency { get; private set; }

    /// <summary>Money received, in minor units; always positive.</summary>
    public long AmountMinor { get; private set; }

    /// <summary>What the bank kept, in minor units; it adds to what can be applied.</summary>
    public long AdjustedMinor { get; private set; }

    /// <summary>Sum of the allocations that stand, in minor units.</summary>
    public long AllocatedMinor { get; private set; }

    /// <summary>Money that a reversal took back, in minor units: nothing or all of it.</summary>
    public long WithdrawnMinor { get; private set; }

    /// <summary>Sum of the refunds that stand, in minor units: credit that was paid back to the payer.</summary>
    public long RefundedMinor { get; private set; }

    /// <summary>
    /// Unapplied credit, in minor units. The database computes it from the other five;
    /// this copy is right after each change made here.
    /// </summary>
    public long UnappliedMinor { get; private set; }

    /// <summary>Rises with every change of the balance.</summary>
    public int Version { get; private set; }

    /// <summary>The business date of the money.</summary>
    public DateOnly ReceivedOn { get; private set; }

    /// <summary>The date written on the check; null for other types.</summary>
    public DateOnly? CheckDatedOn { get; private set; }

    public int PaymentTypeId { get; private set; }

    /// <summary>Check number or bank reference.</summary>
    public string? Reference { get; private set; }

    /// <summary>The reference as <see cref="SearchText.Key"/> folds it.</summary>
    public string? ReferenceKey { get; private set; }

    public string? Memo { get; private set; }

    /// <summary>The payment of which this one is the corrected or re-presented version; null for most.</summary>
    public Guid? ReplacesPaymentId { get; private set; }

    /// <summary>The invoice that the payer meant, when the money could not be applied to it; null when nobody said.</summary>
    public int? MeantForInvoiceId { get; private set; }

    public DateTime RecordedAt { get; private set; }

    public string RecordedById { get; private set; }

    /// <summary>See <see cref="RegisterPayment.Fingerprint"/>.</summary>
    public string Fingerprint { get; private set; }

    public Money Amount => new(AmountMinor, Currency);

    public Money Unapplied => new(UnappliedMinor, Currency);

    /// <summary>Nothing of the money is left, since a reversal took all of it.</summary>
    public bool IsReversed => WithdrawnMinor > 0;

    /// <summary>Makes the payment and its facts, and moves the balances of the invoices.</summary>
    /// <param name="command">Already checked by <see cref="PaymentChecks"/>.</param>
    /// <param name="number">The next payment number.</param>
    /// <param name="invoices">The invoices of the command's allocations, by id, loaded for change.</param>
    /// <param name="recorded">Who, and when.</param>
    public static RegisteredFacts Register(
        RegisterPayment command, long number, IReadOnlyDictionary<int, Invoice> invoices, Recorded recorded)
    {
        var payment = new Payment
        {
            Id = command.PaymentId,
            Number = number,
            PayerId = command.PayerId,
            Currency = Invariant.Currency(command.Amount.Currency),
            AmountMinor = command.Amount.Minor,
            AdjustedMinor = command.BankFee.Minor,
            ReceivedOn = command.ReceivedOn,
            CheckDatedOn = command.CheckDatedOn,
            PaymentTypeId = command.PaymentTypeId,
            Reference = command.Reference,
            ReferenceKey = command.Reference is null ? null : SearchText.Key(command.Reference),
            Memo = command.Memo,
            RecordedAt = recorded.At,
            RecordedById = recorded.ById,
            ReplacesPaymentId = command.ReplacesPaymentId,
            MeantForInvoiceId = command.MeantForInvoiceId,
            Fingerprint = command.Fingerprint(),
        };
        payment.UnappliedMinor = command.Applicable.Minor;

        var fee = command.BankFee.IsZero
            ? null
            : Adjustment.BankFee(Guid.CreateVersion7(recorded.At), payment.Id, command.BankFee, command.ReceivedOn, recorded);
        var allocations = command.Allocations
            .Select(share => payment.Apply(
                Guid.CreateVersion7(recorded.At), invoices[share.InvoiceId], share.Amount, command.ReceivedOn, recorded))
            .ToList();
        payment.Version = 0; // a new payment starts at 0, however many allocations came with it

        return new RegisteredFacts(payment, fee, allocations);
    }

    /// <summary>Applies part of the unapplied credit to an invoice and moves both balances.</summary>
    public Allocation Apply(Guid allocationId, Invoice invoice, Money amount, DateOnly appliedOn, Recorded recorded)
    {
        Invariant.Holds(amount.Currency == Currency, "An allocation has the currency of its payment.");
        var allocation = new Allocation(allocationId, Id, invoice.Id, amount, appliedOn, recorded);
        Move(allocated: amount.Minor);
        invoice.MoveAllocated(amount);
        return allocation;
    }

    /// <summary>Takes one allocation back and moves both balances.</summary>
    public Reversal Unapply(Guid reversalId, Allocation allocation, Invoice invoice, DateOnly effectiveOn, string reason, Recorded recorded)
    {
        Invariant.Holds(allocation.PaymentId == Id && allocation.InvoiceId == invoice.Id, "The allocation ties this payment to this invoice.");
        Move(allocated: -allocation.AmountMinor);
        invoice.MoveAllocated(-allocation.Amount);
        return Reversal.OfAllocation(reversalId, allocation.Id, effectiveOn, reason, recorded);
    }

    /// <summary>Cancels the payment; every allocation must have been taken back before.</summary>
    public Reversal Reverse(Guid reversalId, DateOnly effectiveOn, string reason, Recorded recorded)
    {
        Invariant.Holds(UnappliedMinor == AmountMinor + AdjustedMinor, "Only a payment that is wholly unapplied is reversed.");
        Move(withdrawn: AmountMinor + AdjustedMinor);
        return Reversal.OfPayment(reversalId, Id, effectiveOn, reason, recorded);
    }

    /// <summary>Pays part of the unapplied credit back.</summary>
    /// <param name="asked">Already checked: no more than is unapplied.</param>
    /// <param name="recorded">Who asked, and when it was written.</param>
    /// <param name="approvedById">The second person.</param>
    public Refund Refund(RefundPayment asked, Recorded recorded, string approvedById)
    {
        Invariant.Holds(asked.Amount.Currency == Currency, "A refund has the currency of its payment.");
        Move(refunded: asked.Amount.Minor);
        return new Refund(asked, recorded, approvedById);
    }

    /// <summary>The refund did not reach the payer: the credit is there again.</summary>
    public Reversal ReverseRefund(Guid reversalId, Refund refund, DateOnly effectiveOn, string reason, Recorded recorded)
    {
        Invariant.Holds(refund.PaymentId == Id, "The refund is one of this payment.");
        Move(refunded: -refund.AmountMinor);
        return Reversal.OfRefund(reversalId, refund.Id, effectiveOn, reason, recorded);
    }

    private void Move(long allocated = 0, long withdrawn = 0, long refunded = 0)
    {
        AllocatedMinor = checked(AllocatedMinor + allocated);
        WithdrawnMinor = checked(WithdrawnMinor + withdrawn);
        RefundedMinor = checked(RefundedMinor + refunded);
        UnappliedMinor = checked(AmountMinor + AdjustedMinor - AllocatedMinor - WithdrawnMinor - RefundedMinor);
        Invariant.Holds(
            AllocatedMinor >= 0 && WithdrawnMinor >= 0 && RefundedMinor >= 0 && UnappliedMinor >= 0,
            $"Payment {Id} would have more applied than received.");
        Version++;
    }
}
