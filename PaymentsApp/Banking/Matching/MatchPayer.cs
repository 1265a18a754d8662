namespace PaymentsApp.Banking.Matching;

/// <summary>An account whose invoices are open.</summary>
/// <param name="Id">Only to name it.</param>
/// <param name="Names">All names it is known by; several accounts may share one.</param>
public sealed record MatchPayer(int Id, IReadOnlyList<string> Names)
{
    /// <summary>Customer numbers that payers quote.</summary>
    public IReadOnlyList<string> CustomerNumbers { get; init; } = [];

    /// <summary>What an agency keeps, in hundredths of a percent; 0: it is none.</summary>
    public int CommissionBasisPoints { get; init; }

    /// <summary>Bank fees that were kept of earlier payments, in minor units, the likeliest first.</summary>
    public IReadOnlyList<long> KnownFeesMinor { get; init; } = [];
}
