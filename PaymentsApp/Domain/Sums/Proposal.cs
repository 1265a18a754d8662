namespace PaymentsApp.Domain.Sums;

/// <summary>
/// A set of open invoices that a received amount settles to the last cent, with its arithmetic:
/// outstanding − commission − discount = received + fee. All amounts in minor units.
/// </summary>
/// <param name="Kind">What the payer kept.</param>
/// <param name="Shares">Oldest first.</param>
/// <param name="ReceivedMinor">What arrived.</param>
/// <param name="FeeMinor">What the bank kept on the way; 0: nothing.</param>
/// <param name="Ways">In how many ways the same amounts can be picked, where other open invoices have equal amounts; 1: only these.</param>
/// <param name="IsOldest">No open invoice is older than the ones in the set.</param>
public sealed record Proposal(
    ProposalKind Kind, IReadOnlyList<ProposedShare> Shares, long ReceivedMinor, long FeeMinor, long Ways, bool IsOldest)
{
    public long OutstandingMinor => Shares.Sum(share => share.OutstandingMinor);

    public long CommissionMinor => Shares.Sum(share => share.CommissionMinor);

    public long DiscountMinor => Shares.Sum(share => share.DiscountMinor);
}
