namespace PaymentsApp.Domain;

/// <summary>
/// What an organization owes. The header is a fact and never changes; only the balance
/// (<see cref="AllocatedMinor"/>, <see cref="AdjustedMinor"/>) moves, together with the facts behind it.
/// </summary>
public sealed class Invoice
{
    private readonly List<InvoiceRow> _rows = [];

    public Invoice(int organizationId, string number, string currency, DateOnly issuedOn, DateOnly dueOn, long totalMinor)
    {
        Invariant.Holds(totalMinor > 0, "An invoice has a positive total.");
        Invariant.Holds(dueOn >= issuedOn, "An invoice is not due before it is issued.");
        OrganizationId = organizationId;
        Number = Invariant.NotBlank(number);
        NumberKey = SearchText.Key(number);
        Currency = Invariant.Currency(currency);
        IssuedOn = issuedOn;
        DueOn = dueOn;
        TotalMinor = totalMinor;
        OutstandingMinor = totalMinor;
    }

    public int Id { get; private set; }

    /// <summary>The organization that was invoiced.</summary>
    public int OrganizationId { get; private set; }

    public string Number { get; private set; }

    /// <summary>The number as <see cref="SearchText.Key"/> folds it; unique, so that INV-1 and inv 1 are one invoice.</summary>
    public string NumberKey { get; private set; }

    public string Currency { get; private set; }

    public DateOnly IssuedOn { get; private set; }

    public DateOnly DueOn { get; private set; }

    /// <summary>Invoiced, in minor units of <see cref="Currency"/>; always positive.</summary>
    public long TotalMinor { get; private set; }

    /// <summary>Sum of the allocations that stand, in minor units.</summary>
    public long AllocatedMinor { get; private set; }

    /// <summary>Sum of the adjustments that stand (discount, write-off, ...), in minor units.</summary>
    public long AdjustedMinor { get; private set; }

    /// <summary>
    /// What is still open, in minor units. The database computes it from the other three;
    /// this copy is right after each change made here.
    /// </summary>
    public long OutstandingMinor { get; private set; }

    /// <summary>Rises with every change of the balance: two people cannot apply the same money.</summary>
    public int Version { get; private set; }

    /// <summary>The import or mailing that brought the invoice; null when it was typed.</summary>
    public int? BatchId { get; private set; }

    /// <summary>Early-payment discount in hundredths of a percent of the total, for example 200 for "2/10 net 30"; null when none is offered.</summary>
    public int? DiscountBasisPoints { get; private set; }

    /// <summary>The last payment date for which the discount is granted; set together with <see cref="DiscountBasisPoints"/>.</summary>
    public DateOnly? DiscountUntil { get; private set; }

    /// <summary>When it was written down, UTC; null for invoices from before that was kept, which count as known from their issue date on.</summary>
    public DateTime? RecordedAt { get; private set; }

    public IReadOnlyList<InvoiceRow> Rows => _rows;

    public Money Total => new(TotalMinor, Currency);

    public Money Outstanding => new(OutstandingMinor, Currency);

    public bool IsPaid => OutstandingMinor == 0;

    public InvoiceStatus Status => InvoiceStatuses.Of(OutstandingMinor, TotalMinor);

    /// <summary>Days past due; 0 when paid or not yet due.</summary>
    public int DaysOverdue(DateOnly today) => InvoiceStatuses.DaysOverdue(OutstandingMinor, DueOn, today);

    public void AddRow(InvoiceRow row) => _rows.Add(row);

    public void PutInBatch(int batchId) => BatchId = batchId;

    /// <summary>Says when it was written down; once, before it is stored.</summary>
    /// <param name="at">UTC.</param>
    public void RecordAt(DateTime at) => RecordedAt = at;

    /// <summary>Offers an early-payment discount; part of the terms, so only before the invoice is stored.</summary>
    /// <param name="basisPoints">1 to 9999 hundredths of a percent.</param>
    /// <param name="until">The last payment date for which it is granted.</param>
    public void OfferDiscount(int basisPoints, DateOnly until)
    {
        Invariant.Holds(basisPoints is > 0 and < PercentText.Whole, "A discount is more than nothing and less than all.");
        Invariant.Holds(until >= IssuedOn, "A discount does not end before the invoice is issued.");
        DiscountBasisPoints = basisPoints;
        DiscountUntil = until;
    }

    /// <summary>What a payment of this date may deduct, in the invoice's currency; zero when no discount is offered or its time is over.</summary>
    public Money DiscountOn(DateOnly receivedOn) => DiscountBasisPoints is { } basisPoints && receivedOn <= DiscountUntil
        ? PercentText.Of(Total, basisPoints)
        : Money.Zero(Currency);

    /// <summary>Settles part of the invoice without money received, and moves its balance and that of the credit note.</summary>
    /// <param name="asked">Already checked: no more than is open.</param>
    /// <param name="note">The credit note that is netted; null for other kinds.</param>
    /// <param name="madeWithPaymentId">The payment in whose window it was made; null when it was made by itself.</param>
    /// <param name="effectiveOn">The business date from which the invoice counts as settled by it.</param>
    /// <param name="recorded">Who asked, and when it was written.</param>
    /// <param name="approvedById">The second person, when one was needed.</param>
    public Adjustment Adjust(
        InvoiceAdjustment asked, CreditNote? note, Guid? madeWithPaymentId, DateOnly effectiveOn, Recorded recorded, string? approvedById)
    {
        Invariant.Holds(asked.InvoiceId == Id && asked.CreditNoteId == note?.Id, "An adjustment ties this invoice to its credit note, if any.");
        Invariant.Holds(note is null || note.OrganizationId == OrganizationId, "A credit note nets invoices of its own organization.");
        var adjustment = Adjustment.OfInvoice(asked, madeWithPaymentId, effectiveOn, recorded, approvedById);
        Move(allocated: Money.Zero(Currency), adjusted: asked.Amount);
        note?.MoveApplied(asked.Amount);
        return adjustment;
    }

    /// <summary>Takes one adjustment back: the invoice is open again by this much, and the credit note has it again.</summary>
    public Reversal ReverseAdjustment(Guid reversalId, Adjustment adjustment, CreditNote? note, DateOnly effectiveOn, string reason, Recorded recorded)
    {
        Invariant.Holds(adjustment.InvoiceId == Id && adjustment.CreditNoteId == note?.Id, "The adjustment is one of this invoice.");
        Move(allocated: Money.Zero(Currency), adjusted: -adjustment.Amount);
        note?.MoveApplied(-adjustment.Amount);
        return Reversal.OfAdjustment(reversalId, adjustment.Id, effectiveOn, reason, recorded);
    }

    /// <summary>Moves the balance by one allocation; negative when an allocation is reversed.</summary>
    internal void MoveAllocated(Money amount) => Move(allocated: amount, adjusted: Money.Zero(Currency));

    private void Move(Money allocated, Money adjusted)
    {
        Invariant.Holds(allocated.Currency == Currency && adjusted.Currency == Currency, "A fact about an invoice has its currency.");
        AllocatedMinor = checked(AllocatedMinor + allocated.Minor);
        AdjustedMinor = checked(AdjustedMinor + adjusted.Minor);
        Invariant.Holds(
            AllocatedMinor >= 0 && AdjustedMinor >= 0 && AllocatedMinor + AdjustedMinor <= TotalMinor,
            $"Invoice {Id} would have more applied than invoiced.");
        OutstandingMinor = TotalMinor - AllocatedMinor - AdjustedMinor;
        Version++;
    }
}
