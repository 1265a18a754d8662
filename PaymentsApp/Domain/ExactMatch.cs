namespace PaymentsApp.Domain;

/// <summary>Whether open invoices add up to an amount.</summary>
public abstract record ExactMatch
{
    /// <summary>These invoices, and no others, add up to the amount.</summary>
    public sealed record Found(IReadOnlyList<int> InvoiceIds) : ExactMatch;

    /// <summary>Several sets add up to it.</summary>
    /// <param name="SetsAtLeast">How many were seen before the search stopped.</param>
    public sealed record Ambiguous(int SetsAtLeast) : ExactMatch;

    /// <summary>No set adds up to it.</summary>
    public sealed record None : ExactMatch;

    /// <summary>The search was too large to finish; there may be a set.</summary>
    public sealed record Unknown : ExactMatch;
}
