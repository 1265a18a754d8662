using PaymentsApp.Domain;

namespace PaymentsApp.Tests.Payments;

// Differences: within a limit they are written, beyond it they wait for a second person.
internal sealed partial class LedgerModel
{
    // In whole units of any currency: the limits that a new database gives to Finance.
    private const long LargestWriteOff = 50;
    private const long LargestDiscount = 100;

    private readonly HashSet<Guid> _decided = [];

    public Dictionary<Guid, ModelAdjustment> Adjustments { get; } = [];

    /// <summary>What waits, with the payment in whose window it was asked for.</summary>
    public Dictionary<Guid, (InvoiceAdjustment Asked, Guid? PaymentId)> Waiting { get; } = [];

    public string Adjust(AdjustInvoice command)
    {
        var asked = command.Difference;
        if (Adjustments.ContainsKey(asked.AdjustmentId))
        {
            return "AlreadyDone";
        }

        if (Waiting.ContainsKey(asked.AdjustmentId))
        {
            return "AwaitsApproval";
        }

        if (command.EffectiveOn > Today)
        {
            return "ReceivedInFuture";
        }

        var problems = DifferenceProblems([asked], []).ToList();
        return problems.Count > 0 ? string.Join('+', problems.Order(StringComparer.Ordinal))
            : Settle(asked, null) ? "Done"
            : "AwaitsApproval";
    }

    public string TakeBack(ReverseAdjustment command)
    {
        if (string.IsNullOrWhiteSpace(command.Reason))
        {
            return "ReasonMissing";
        }

        if (!Adjustments.TryGetValue(command.AdjustmentId, out var adjustment))
        {
            return "NotFound";
        }

        if (adjustment.ReversedBy is { } by)
        {
            return by == command.ReversalId ? "AlreadyDone" : "AlreadyTakenBack";
        }

        TakeBack(adjustment, command.ReversalId);
        return "Done";
    }

    public string Approve(DecideApproval command)
    {
        if (_decided.Contains(command.RequestId))
        {
            return "AlreadyDecided";
        }

        if (WaitingRefunds.ContainsKey(command.RequestId))
        {
            return ApproveRefund(command.RequestId);
        }

        if (!Waiting.TryGetValue(command.RequestId, out var waiting))
        {
            return "NotFound";
        }

        if (waiting.Asked.Amount.Minor > Invoices[waiting.Asked.InvoiceId].Outstanding)
        {
            return "AdjustedMoreThanOpen";
        }

        if (waiting.PaymentId is { } paymentId && Payments[paymentId].ReversedBy is not null)
        {
            return "PaymentIsReversed";
        }

        Waiting.Remove(command.RequestId);
        _decided.Add(command.RequestId);
        Write(waiting.Asked, waiting.PaymentId, isApproved: true);
        return "Done";
    }

    private IEnumerable<string> DifferenceProblems(IReadOnlyList<InvoiceAdjustment> asked, IReadOnlyList<InvoiceShare> shares)
    {
        foreach (var problem in asked.SelectMany(OwnProblems))
        {
            yield return problem;
        }

        foreach (var together in asked.Where(adjustment => !OwnProblems(adjustment).Any()).GroupBy(adjustment => adjustment.InvoiceId))
        {
            var applied = shares.Where(share => share.InvoiceId == together.Key).Sum(share => share.Amount.Minor);
            if (together.Sum(adjustment => adjustment.Amount.Minor) > Math.Max(0, Invoices[together.Key].Outstanding - applied))
            {
                yield return "AdjustedMoreThanOpen";
            }
        }
    }

    private static IEnumerable<string> OwnProblems(InvoiceAdjustment asked)
    {
        if (asked.Amount.Minor <= 0)
        {
            yield return "AdjustmentNotPositive";
        }

        if (asked.ReasonCode != "Other")
        {
            yield return "ReasonCodeMissing";
        }
    }

    /// <summary>Whether it was written at once.</summary>
    private bool Settle(InvoiceAdjustment asked, Guid? paymentId)
    {
        var isDiscount = asked.Kind == AdjustmentKind.Discount;
        var alone = Adjustments.Values
            .Where(a => a.Asked.InvoiceId == asked.InvoiceId && a.ReversedBy is null && !a.IsApproved && a.Asked.Kind != AdjustmentKind.CreditNote
                && a.Asked.Kind == AdjustmentKind.Discount == isDiscount)
            .Sum(a => a.Asked.Amount.Minor);
        var largest = (isDiscount ? LargestDiscount : LargestWriteOff) * Currency.MinorPerUnit(asked.Amount.Currency);
        if (alone + asked.Amount.Minor > largest)
        {
            Waiting.Add(asked.AdjustmentId, (asked, paymentId));
            return false;
        }

        Write(asked, paymentId, isApproved: false);
        return true;
    }

    private void Write(InvoiceAdjustment asked, Guid? paymentId, bool isApproved)
    {
        Adjustments.Add(asked.AdjustmentId, new ModelAdjustment(asked, paymentId, isApproved));
        Invoices[asked.InvoiceId].Adjusted += asked.Amount.Minor;
    }

    private void TakeBack(ModelAdjustment adjustment, Guid reversalId)
    {
        adjustment.ReversedBy = reversalId;
        Invoices[adjustment.Asked.InvoiceId].Adjusted -= adjustment.Asked.Amount.Minor;
        if (adjustment.Asked.CreditNoteId is { } noteId)
        {
            CreditNotes[noteId].Applied -= adjustment.Asked.Amount.Minor;
        }
    }
}
