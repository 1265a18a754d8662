namespace PaymentsApp.Domain.Sums;

/// <summary>Which open invoices does this amount pay?</summary>
/// <param name="ReceivedMinor">What arrived, in minor units.</param>
/// <param name="Items">Open invoices of one payer and currency.</param>
public sealed record SumQuestion(long ReceivedMinor, IReadOnlyList<OpenItem> Items)
{
    /// <summary>What the payer keeps as an agency; 0: it is none.</summary>
    public int CommissionBasisPoints { get; init; }

    /// <summary>Bank fees that were kept of this payer's earlier payments, the likeliest first; only the first few are tried.</summary>
    public IReadOnlyList<long> KnownFeesMinor { get; init; } = [];
}
