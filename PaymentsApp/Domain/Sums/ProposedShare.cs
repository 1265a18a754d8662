namespace PaymentsApp.Domain.Sums;

/// <summary>One invoice of a proposal, with its line of arithmetic: outstanding − commission − discount = paid.</summary>
/// <param name="InvoiceId">The invoice.</param>
/// <param name="OutstandingMinor">What is open; all of it is settled.</param>
/// <param name="CommissionMinor">What the agency keeps.</param>
/// <param name="DiscountMinor">What early payment saves.</param>
public readonly record struct ProposedShare(int InvoiceId, long OutstandingMinor, long CommissionMinor, long DiscountMinor)
{
    /// <summary>What of the money goes to this invoice.</summary>
    public long PaidMinor => OutstandingMinor - CommissionMinor - DiscountMinor;
}
