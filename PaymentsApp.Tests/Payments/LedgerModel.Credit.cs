using PaymentsApp.Domain;

namespace PaymentsApp.Tests.Payments;

// Credit that is there already: all uses of a command, or none.
internal sealed partial class LedgerModel
{
    public Dictionary<Guid, ModelCreditNote> CreditNotes { get; } = [];

    public string Use(UseCredit command)
    {
        if (command.Uses.Count == 0)
        {
            return "AmountNotPositive";
        }

        if (command.Uses.All(use => Allocations.ContainsKey(use.FactId) || Adjustments.ContainsKey(use.FactId)))
        {
            return "AlreadyDone";
        }

        var problems = CreditProblems(command.Uses, [], []).ToList();
        if (problems.Count > 0)
        {
            return string.Join('+', problems.Order(StringComparer.Ordinal));
        }

        WriteCredit(command.Uses);
        return "Done";
    }

    private IEnumerable<string> CreditProblems(IReadOnlyList<CreditUse> uses, IReadOnlyList<InvoiceShare> shares, IReadOnlyList<InvoiceAdjustment> adjustments)
    {
        var own = uses.Select(OwnProblem).OfType<string>().ToList();
        if (own.Count > 0)
        {
            return own;
        }

        var tooMuch = uses.GroupBy(use => (use.Kind, use.CreditId)).Select(group => (group.Key, Sum: group.Sum(use => use.Amount.Minor)))
            .Select(group => group.Key.Kind == CreditKind.Payment
                ? group.Sum > Payments[group.Key.CreditId].Unapplied ? "PaymentCreditTooSmall" : null
                : group.Sum > CreditNotes[group.Key.CreditId].Left ? "CreditNoteTooSmall" : null)
            .OfType<string>();
        var tooOpen = uses.GroupBy(use => use.InvoiceId)
            .Where(group => group.Sum(use => use.Amount.Minor)
                + shares.Where(share => share.InvoiceId == group.Key).Sum(share => share.Amount.Minor)
                + adjustments.Where(adjustment => adjustment.InvoiceId == group.Key).Sum(adjustment => adjustment.Amount.Minor) > Invoices[group.Key].Outstanding)
            .Select(_ => "CreditMoreThanOpen");
        return tooMuch.Concat(tooOpen);
    }

    private string? OwnProblem(CreditUse use)
    {
        if (Allocations.ContainsKey(use.FactId) || Adjustments.ContainsKey(use.FactId))
        {
            return "CreditUsedBefore";
        }

        var invoice = Invoices[use.InvoiceId];
        if (use.Kind == CreditKind.CreditNote)
        {
            return !CreditNotes.TryGetValue(use.CreditId, out var note) || note.OrganizationId != invoice.OrganizationId
                ? "NotFound"
                : ShareProblem(invoice, use.Amount, note.Currency);
        }

        return !Payments.TryGetValue(use.CreditId, out var payment) ? "NotFound"
            : payment.ReversedBy is not null ? "PaymentIsReversed"
            : !IsPayable(invoice, payment.Command.PayerId) ? "InvoiceOfAnotherOrganization"
            : ShareProblem(invoice, use.Amount, payment.Command.Amount.Currency)
                ?? (use.Amount.Minor > payment.Unapplied ? "PaymentCreditTooSmall" : null);
    }

    private void WriteCredit(IReadOnlyList<CreditUse> uses)
    {
        foreach (var use in uses)
        {
            if (use.Kind == CreditKind.Payment)
            {
                Allocations.Add(use.FactId, new ModelAllocation(use.CreditId, use.InvoiceId, use.Amount.Minor));
                Payments[use.CreditId].Allocated += use.Amount.Minor;
                Invoices[use.InvoiceId].Allocated += use.Amount.Minor;
            }
            else
            {
                Write(new InvoiceAdjustment(use.FactId, use.InvoiceId, AdjustmentKind.CreditNote, use.Amount, "Other", null, use.CreditId), null, isApproved: false);
                CreditNotes[use.CreditId].Applied += use.Amount.Minor;
            }
        }
    }
}
