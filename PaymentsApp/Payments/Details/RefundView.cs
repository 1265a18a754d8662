using PaymentsApp.Domain;

namespace PaymentsApp.Payments.Details;

/// <summary>Credit that was paid back, or waits to be.</summary>
/// <param name="ApprovedBy">The second person; null while it waits.</param>
/// <param name="IsReversed">It was taken back: the credit is there again.</param>
public sealed record RefundView(Guid Id, Money Amount, DateOnly RefundedOn, string RequestedBy, string? ApprovedBy, string Reason, bool IsReversed)
{
    public bool IsWaiting => ApprovedBy is null;
}
