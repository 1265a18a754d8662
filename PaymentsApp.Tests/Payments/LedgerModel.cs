using PaymentsApp.Domain;

namespace PaymentsApp.Tests.Payments;

/// <summary>
/// The rules of the ledger once more, in the plainest C#: no database, no entities, no shared code but the commands.
/// It says what must become of a command, as the name of the result or of the problem, and keeps its own balances.
/// </summary>
internal sealed partial class LedgerModel(DateOnly today, IReadOnlyCollection<int> paymentTypes)
{
    private readonly Dictionary<Guid, Guid> _unappliedBy = [];

    public DateOnly Today { get; set; } = today;

    public Dictionary<int, ModelInvoice> Invoices { get; } = [];

    public Dictionary<Guid, ModelPayment> Payments { get; } = [];

    public Dictionary<Guid, ModelAllocation> Allocations { get; } = [];

    public HashSet<int> Organizations { get; } = [];

    /// <summary>Who pays for others: the payer of each client that has one.</summary>
    public Dictionary<int, int> PayerOf { get; } = [];

    /// <summary>The credit that was used in the window of a payment.</summary>
    public Dictionary<Guid, IReadOnlyList<CreditUse>> Beside { get; } = [];

    /// <summary>The names of all problems, or of the one result.</summary>
    public IReadOnlyList<string> Register(RegisterPayment command)
    {
        if (Payments.TryGetValue(command.PaymentId, out var earlier))
        {
            return [earlier.IsSameAs(command) ? "AlreadyRegistered" : "RegisteredWithOtherFigures"];
        }

        var problems = Problems(command).Concat(DifferenceProblems(command.Adjustments, command.Allocations))
            .Concat(CreditProblems(command.Credits, command.Allocations, command.Adjustments)).ToList();
        if (problems.Count > 0)
        {
            return problems;
        }

        Payments.Add(command.PaymentId, new ModelPayment(command));
        foreach (var share in command.Allocations)
        {
            Invoices[share.InvoiceId].Allocated += share.Amount.Minor;
            Payments[command.PaymentId].Allocated += share.Amount.Minor;
        }

        foreach (var adjustment in command.Adjustments)
        {
            Settle(adjustment, command.PaymentId);
        }

        WriteCredit(command.Credits);
        Beside.Add(command.PaymentId, command.Credits);
        return ["Registered"];
    }

    public string Apply(ApplyCredit command)
    {
        if (Allocations.ContainsKey(command.AllocationId))
        {
            return "AlreadyDone";
        }

        if (!Payments.TryGetValue(command.PaymentId, out var payment) || !Invoices.TryGetValue(command.InvoiceId, out var invoice))
        {
            return "NotFound";
        }

        var problem =
            payment.ReversedBy is not null ? "PaymentIsReversed"
            : !IsPayable(invoice, payment.Command.PayerId) ? "InvoiceOfAnotherOrganization"
            : ShareProblem(invoice, command.Amount, payment.Command.Amount.Currency);
        if (problem is not null)
        {
            return problem;
        }

        if (command.Amount.Minor > payment.Unapplied)
        {
            return "AppliedMoreThanReceived";
        }

        Allocations.Add(command.AllocationId, new ModelAllocation(command.PaymentId, command.InvoiceId, command.Amount.Minor));
        payment.Allocated += command.Amount.Minor;
        invoice.Allocated += command.Amount.Minor;
        return "Done";
    }

    public string Unapply(UnapplyAllocation command)
    {
        if (string.IsNullOrWhiteSpace(command.Reason))
        {
            return "ReasonMissing";
        }

        if (!Allocations.TryGetValue(command.AllocationId, out var allocation))
        {
            return "NotFound";
        }

        if (!allocation.Stands)
        {
            return _unappliedBy.GetValueOrDefault(command.AllocationId) == command.ReversalId ? "AlreadyDone" : "AlreadyUnapplied";
        }

        _unappliedBy.Add(command.AllocationId, command.ReversalId);
        TakeBack(allocation);
        return "Done";
    }

    public string Reverse(ReversePayment command)
    {
        if (string.IsNullOrWhiteSpace(command.Reason))
        {
            return "ReasonMissing";
        }

        if (!Payments.TryGetValue(command.PaymentId, out var payment))
        {
            return "NotFound";
        }

        if (payment.ReversedBy is { } by)
        {
            return by == command.ReversalId ? "AlreadyDone" : "PaymentIsReversed";
        }

        if ((Irreversible(payment) ?? WrongDay(command.ReversedOn, payment)) is { } problem)
        {
            return problem;
        }

        TakeBack(payment, command.PaymentId, command.ReversalId, command.TakesCreditBack);
        return "Done";
    }

    private bool IsPayable(ModelInvoice invoice, int payerId) =>
        invoice.OrganizationId == payerId || PayerOf.GetValueOrDefault(invoice.OrganizationId) == payerId;

    private static string? ShareProblem(ModelInvoice invoice, Money amount, string currency) =>
        invoice.Currency != currency || amount.Currency != currency ? "CurrencyMismatch"
        : amount.Minor <= 0 ? "ApplyNotPositive"
        : amount.Minor > invoice.Outstanding ? "MoreThanOutstanding"
        : null;

    private IEnumerable<string> Problems(RegisterPayment command)
    {
        if (!Organizations.Contains(command.PayerId))
        {
            yield return "NotFound";
            yield break;
        }

        if (command.Amount.Minor <= 0)
        {
            yield return "AmountNotPositive";
        }

        if (command.BankFee.Minor < 0)
        {
            yield return "BankFeeNegative";
        }

        if (command.ReceivedOn > Today)
        {
            yield return "ReceivedInFuture";
        }

        if (!paymentTypes.Contains(command.PaymentTypeId))
        {
            yield return "PaymentTypeMissing";
        }

        HashSet<int> seen = [];
        foreach (var share in command.Allocations)
        {
            var problem =
                !Invoices.TryGetValue(share.InvoiceId, out var invoice) ? "NotFound"
                : !seen.Add(share.InvoiceId) ? "InvoiceTwice"
                : !IsPayable(invoice, command.PayerId) ? "InvoiceOfAnotherOrganization"
                : ShareProblem(invoice, share.Amount, command.Amount.Currency);
            if (problem is not null)
            {
                yield return problem;
            }
        }

        var applied = command.Allocations.Sum(share => share.Amount.Minor);
        if (command.Allocations.All(share => share.Amount.Currency == command.Amount.Currency)
            && applied > 0 && applied > command.Amount.Minor + command.BankFee.Minor)
        {
            yield return "AppliedMoreThanReceived";
        }
    }

    private void TakeBack(ModelAllocation allocation)
    {
        allocation.Stands = false;
        Payments[allocation.PaymentId].Allocated -= allocation.Amount;
        Invoices[allocation.InvoiceId].Allocated -= allocation.Amount;
    }
}
