using PaymentsApp.Domain;
using PaymentsApp.Live;

namespace PaymentsApp.Payments;

/// <summary>A payment, locked, with everything that is taken back when it is reversed.</summary>
/// <param name="Standing">The allocations that stand.</param>
/// <param name="Differences">The differences that were made with it and stand.</param>
/// <param name="Invoices">The invoices they are on, by id, locked.</param>
/// <param name="CreditNotes">The credit notes that the differences and the credit beside it net, by id.</param>
/// <param name="Beside">Credit that is taken back with it.</param>
/// <param name="Payments">The payments that credit is of, by id, locked.</param>
/// <param name="ReversalId">The reversal of the payment, when it was reversed before.</param>
internal sealed record WholePayment(
    Payment Payment, IReadOnlyList<Allocation> Standing, IReadOnlyList<Adjustment> Differences, IReadOnlyDictionary<int, Invoice> Invoices,
    IReadOnlyDictionary<Guid, CreditNote> CreditNotes, BesideCredit Beside, IReadOnlyDictionary<Guid, Payment> Payments, Guid? ReversalId)
{
    /// <summary>What the open screens are told.</summary>
    public PaymentChange Change(PaymentChangeKind kind) => new(
        kind, Payment.Id, [.. Invoices.Values.Select(invoice => invoice.OrganizationId).Append(Payment.PayerId).Distinct()], [.. Invoices.Keys]);

    /// <summary>Likewise for the payments whose money is credit again.</summary>
    public IEnumerable<PaymentChange> ChangesBeside() =>
        Beside.Allocations.GroupBy(allocation => allocation.PaymentId).Select(group => new PaymentChange(
            PaymentChangeKind.Unapplied, group.Key,
            [.. group.Select(allocation => Invoices[allocation.InvoiceId].OrganizationId).Append(Payments[group.Key].PayerId).Distinct()],
            [.. group.Select(allocation => allocation.InvoiceId).Distinct()]));
}
