using PaymentsApp.Domain;

namespace PaymentsApp.Tests.Payments;

// Moves, corrections, returns, refunds, and credit notes that are cancelled or paid back.
internal sealed partial class LedgerModel
{
    private readonly Dictionary<Guid, Guid> _reversedRefunds = [];

    /// <summary>Refunds that were paid: of a payment or a credit note.</summary>
    public Dictionary<Guid, (Guid Of, long Minor)> Refunds { get; } = [];

    /// <summary>Refunds that wait for the second person.</summary>
    public Dictionary<Guid, object> WaitingRefunds { get; } = [];

    /// <summary>The cancellations of credit notes, with the credit note.</summary>
    public Dictionary<Guid, Guid> Cancellations { get; } = [];

    public string Move(MoveAllocation command)
    {
        if (string.IsNullOrWhiteSpace(command.Reason))
        {
            return "ReasonMissing";
        }

        if (Allocations.ContainsKey(command.NewAllocationId))
        {
            return "AlreadyDone";
        }

        if (!Allocations.TryGetValue(command.AllocationId, out var allocation))
        {
            return "NotFound";
        }

        if (!allocation.Stands)
        {
            return "AlreadyUnapplied";
        }

        var payment = Payments[allocation.PaymentId];
        var to = Invoices[command.InvoiceId];
        var problem = allocation.InvoiceId == command.InvoiceId ? "MovedToItself"
            : command.Amount.Minor > allocation.Amount ? "MovedMoreThanApplied"
            : !IsPayable(to, payment.Command.PayerId) ? "InvoiceOfAnotherOrganization"
            : ShareProblem(to, command.Amount, payment.Command.Amount.Currency);
        if (problem is not null)
        {
            return problem;
        }

        TakeBack(allocation);
        payment.Allocated += allocation.Amount;
        Allocations.Add(command.NewAllocationId, new ModelAllocation(allocation.PaymentId, command.InvoiceId, command.Amount.Minor));
        to.Allocated += command.Amount.Minor;
        Invoices[allocation.InvoiceId].Allocated += allocation.Amount - command.Amount.Minor; // the service makes the id of the rest
        return "Done";
    }

    public string Return(ReturnPayment command)
    {
        if (!Payments.TryGetValue(command.PaymentId, out var payment))
        {
            return "NotFound";
        }

        if (payment.ReversedBy == command.ReversalId)
        {
            return "AlreadyDone";
        }

        if ((Irreversible(payment) ?? WrongDay(command.ReturnedOn, payment)) is { } problem)
        {
            return problem;
        }

        TakeBack(payment, command.PaymentId, command.ReversalId, command.TakesCreditBack);
        return "Done";
    }

    public string Correct(CorrectPayment command)
    {
        if (string.IsNullOrWhiteSpace(command.Reason))
        {
            return "ReasonMissing";
        }

        if (!Payments.TryGetValue(command.Wrong, out var wrong))
        {
            return "NotFound";
        }

        if (Payments.ContainsKey(command.Right.PaymentId))
        {
            return "AlreadyDone"; // only ever sent again as it was
        }

        if (Irreversible(wrong) is { } irreversible)
        {
            return irreversible;
        }

        if (Problems(command.Right).ToList() is { Count: > 0 } problems)
        {
            return string.Join('+', problems.Order(StringComparer.Ordinal));
        }

        var applied = Allocations.Values.Where(a => a.PaymentId == command.Wrong && a.Stands)
            .GroupBy(a => a.InvoiceId).OrderBy(group => group.Key).Select(group => (InvoiceId: group.Key, Minor: group.Sum(a => a.Amount))).ToList();
        var granted = Adjustments.Where(pair => pair.Value.PaymentId == command.Wrong && pair.Value.ReversedBy is null)
            .OrderBy(pair => pair.Value.Asked.InvoiceId).ThenBy(pair => pair.Key).Select(pair => pair.Value.Asked).ToList();
        TakeBack(wrong, command.Wrong, Guid.CreateVersion7(), takesCredit: false);
        var right = new ModelPayment(command.Right);
        Payments.Add(command.Right.PaymentId, right);
        foreach (var (invoiceId, minor) in applied.Where(share => IsPayable(Invoices[share.InvoiceId], command.Right.PayerId)))
        {
            var carried = Math.Min(minor, right.Unapplied);
            right.Allocated += carried;
            Invoices[invoiceId].Allocated += carried;
        }

        foreach (var asked in command.Right.PayerId == wrong.Command.PayerId ? granted : [])
        {
            if (asked.Amount.Minor <= Invoices[asked.InvoiceId].Outstanding)
            {
                Invoices[asked.InvoiceId].Adjusted += asked.Amount.Minor; // the service makes the id
            }
        }

        Beside.Add(command.Right.PaymentId, Beside.GetValueOrDefault(command.Wrong, []));
        return "Done";
    }

    public string Ask(RefundPayment command) => Ask(command.RefundId, command, () => RefundProblem(command));

    public string Ask(RefundCreditNote command) => Ask(command.RefundId, command, () => RefundProblem(command));

    public string Reverse(ReverseRefund command) =>
        string.IsNullOrWhiteSpace(command.Reason) ? "ReasonMissing"
        : !Refunds.TryGetValue(command.RefundId, out var refund) || !Payments.TryGetValue(refund.Of, out var payment) ? "NotFound"
        : TakeRefundBack(command.RefundId, command.ReversalId, () => payment.Refunded -= refund.Minor);

    public string Reverse(ReverseWithdrawal command) =>
        string.IsNullOrWhiteSpace(command.Reason) ? "ReasonMissing"
        : Cancellations.TryGetValue(command.WithdrawalId, out var noteId)
            ? TakeRefundBack(command.WithdrawalId, command.ReversalId, () => CreditNotes[noteId].CancelledBy = null)
        : !Refunds.TryGetValue(command.WithdrawalId, out var refund) || !CreditNotes.TryGetValue(refund.Of, out var note) ? "NotFound"
        : TakeRefundBack(command.WithdrawalId, command.ReversalId, () => note.Refunded -= refund.Minor);

    public string Cancel(CancelCreditNote command)
    {
        if (string.IsNullOrWhiteSpace(command.Reason))
        {
            return "ReasonMissing";
        }

        if (Cancellations.ContainsKey(command.WithdrawalId))
        {
            return "AlreadyDone";
        }

        if (!CreditNotes.TryGetValue(command.CreditNoteId, out var note))
        {
            return "NotFound";
        }

        var problem = note.CancelledBy is not null ? "CreditNoteIsCancelled"
            : note.Refunded > 0 ? "CreditNoteIsRefunded"
            : note.Applied > 0 && !command.TakesOffInvoices ? "CreditNoteIsApplied"
            : command.CancelledOn > Today ? "ReceivedInFuture"
            : null;
        if (problem is not null)
        {
            return problem;
        }

        foreach (var netting in Adjustments.Values.Where(a => a.Asked.CreditNoteId == command.CreditNoteId && a.ReversedBy is null).ToList())
        {
            TakeBack(netting, Guid.CreateVersion7());
        }

        Cancellations.Add(command.WithdrawalId, command.CreditNoteId);
        note.CancelledBy = command.WithdrawalId;
        return "Done";
    }

    private string Ask(Guid id, object command, Func<string?> problem)
    {
        if (WaitingRefunds.ContainsKey(id) || Refunds.ContainsKey(id))
        {
            return "AlreadyDone";
        }

        if (problem() is { } found)
        {
            return found;
        }

        WaitingRefunds.Add(id, command);
        return "Done";
    }

    private string TakeRefundBack(Guid id, Guid reversalId, Action takeBack)
    {
        if (_reversedRefunds.TryGetValue(id, out var by))
        {
            return by == reversalId ? "AlreadyDone" : "RefundIsReversed";
        }

        _reversedRefunds.Add(id, reversalId);
        takeBack();
        return "Done";
    }

    private string ApproveRefund(Guid requestId)
    {
        var command = WaitingRefunds[requestId];
        var problem = command is RefundPayment ofPayment ? RefundProblem(ofPayment) : RefundProblem((RefundCreditNote)command);
        if (problem is not null)
        {
            return problem;
        }

        WaitingRefunds.Remove(requestId);
        _decided.Add(requestId);
        if (command is RefundPayment refund)
        {
            Payments[refund.PaymentId].Refunded += refund.Amount.Minor;
            Refunds.Add(requestId, (refund.PaymentId, refund.Amount.Minor));
        }
        else if (command is RefundCreditNote back)
        {
            CreditNotes[back.CreditNoteId].Refunded += back.Amount.Minor;
            Refunds.Add(requestId, (back.CreditNoteId, back.Amount.Minor));
        }

        return "Done";
    }

    private string? RefundProblem(RefundPayment command) =>
        !Payments.TryGetValue(command.PaymentId, out var payment) ? "NotFound"
        : payment.ReversedBy is not null ? "PaymentIsReversed"
        : command.Amount.Minor <= 0 ? "AmountNotPositive"
        : command.Amount.Minor > payment.Unapplied ? "RefundMoreThanUnapplied"
        : null;

    private string? RefundProblem(RefundCreditNote command) =>
        !CreditNotes.TryGetValue(command.CreditNoteId, out var note) ? "NotFound"
        : command.Amount.Minor <= 0 ? "AmountNotPositive"
        : command.Amount.Minor > note.Left ? "RefundMoreThanUnapplied"
        : null;

    private static string? Irreversible(ModelPayment payment) =>
        payment.ReversedBy is not null ? "PaymentIsReversed"
        : payment.Refunded > 0 ? "PaymentIsRefunded"
        : null;

    private string? WrongDay(DateOnly on, ModelPayment payment) =>
        on < payment.Command.ReceivedOn ? "ReversedBeforeReceived"
        : on > Today ? "ReceivedInFuture"
        : null;

    private void TakeBack(ModelPayment payment, Guid paymentId, Guid reversalId, bool takesCredit)
    {
        foreach (var allocation in Allocations.Values.Where(a => a.PaymentId == paymentId && a.Stands).ToList())
        {
            TakeBack(allocation);
        }

        foreach (var adjustment in Adjustments.Values.Where(a => a.PaymentId == paymentId && a.ReversedBy is null).ToList())
        {
            TakeBack(adjustment, reversalId);
        }

        foreach (var use in takesCredit ? Beside.GetValueOrDefault(paymentId, []) : [])
        {
            if (Allocations.TryGetValue(use.FactId, out var allocation) && allocation.Stands)
            {
                TakeBack(allocation);
            }

            if (Adjustments.TryGetValue(use.FactId, out var netting) && netting.ReversedBy is null)
            {
                TakeBack(netting, reversalId);
            }
        }

        payment.ReversedBy = reversalId;
    }
}
