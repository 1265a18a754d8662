using PaymentsApp.Domain;

namespace PaymentsApp.Journal;

/// <summary>What all facts of a kind and currency add up to; a reversal counts against its fact.</summary>
public sealed class JournalSum
{
    /// <summary>Name of the <see cref="JournalFactKind"/>.</summary>
    public string Kind { get; init; } = string.Empty;

    public string Currency { get; init; } = string.Empty;

    /// <summary>In minor units.</summary>
    public long AmountMinor { get; init; }

    /// <summary>How many facts and reversals.</summary>
    public long Count { get; init; }
}
