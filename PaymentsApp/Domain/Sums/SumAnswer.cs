namespace PaymentsApp.Domain.Sums;

/// <summary>The sets of invoices that an amount pays.</summary>
/// <param name="Proposals">Some of them, the plainest first, at most <see cref="AddsUp.ProposalsMax"/>.</param>
/// <param name="Count">How many sets there are; at least so many unless <paramref name="IsComplete"/>.</param>
/// <param name="IsComplete">Every set is counted. Otherwise the search was bounded, and there may be more.</param>
public sealed record SumAnswer(IReadOnlyList<Proposal> Proposals, long Count, bool IsComplete)
{
    /// <summary>Nothing was asked, or nothing adds up.</summary>
    public static SumAnswer None { get; } = new([], 0, true);

    /// <summary>The one and only set, proven to have no rival; null when there is none such. Nothing else may be applied unasked.</summary>
    public Proposal? Only => IsComplete && Count == 1 && Proposals.Count == 1 ? Proposals[0] : null;
}
