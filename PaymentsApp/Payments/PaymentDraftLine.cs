using PaymentsApp.Domain;

namespace PaymentsApp.Payments;

/// <summary>One open invoice in the window, with what is to be applied to it.</summary>
public sealed partial class PaymentDraftLine(OpenInvoice invoice)
{
    /// <summary>As it is now; follows what colleagues do.</summary>
    public OpenInvoice Invoice { get; private set; } = invoice;

    public int InvoiceId => Invoice.Id;

    /// <summary>How the box of the share is called in <see cref="PaymentDraft.ReportProblem"/>; unique in the window.</summary>
    public string Box => $"apply-{InvoiceId}";

    /// <summary>To be applied; null when the invoice is not ticked, zero when the amount does not reach so far.</summary>
    public Money? Share { get; private set; }

    /// <summary>A person typed the share: it is never changed by a plan.</summary>
    public bool IsTyped { get; private set; }

    public bool IsTicked => Share is not null;

    /// <summary>What stays open after this payment; negative when more is applied than is open.</summary>
    public Money Remaining => Invoice.Outstanding - (Share ?? Money.Zero(Invoice.Outstanding.Currency)) - Settled;

    public bool IsOverApplied => Remaining.Minor < 0;

    /// <summary>What was open before a colleague paid the invoice while the window was open; null when nothing happened.</summary>
    public Money? OutstandingBefore { get; private set; }

    /// <summary>Who did it, when known.</summary>
    public LatestAllocation? PaidMeanwhile { get; private set; }

    internal void Propose(Money share)
    {
        Share = share;
        IsTyped = false;
    }

    internal void Type(Money share)
    {
        Share = share;
        IsTyped = true;
    }

    internal void Restore(Money share, bool isTyped) => (Share, IsTyped) = (share, isTyped);

    internal void Untick()
    {
        Share = null;
        IsTyped = false;
        _differences.Clear();
    }

    internal void Follow(OpenInvoice now, LatestAllocation? latest)
    {
        if (now.Outstanding != Invoice.Outstanding)
        {
            OutstandingBefore ??= Invoice.Outstanding;
            PaidMeanwhile = now.Outstanding < Invoice.Outstanding ? latest : null; // what was opened again, nobody paid
            if (OutstandingBefore == now.Outstanding)
            {
                OutstandingBefore = null;
            }
        }

        Invoice = now with { Issue = now.Issue ?? Invoice.Issue };
    }
}
