using PaymentsApp.Domain;

namespace PaymentsApp.Journal;

/// <summary>A fact as the journal reads it.</summary>
public sealed class JournalFact
{
    /// <summary>Name of the <see cref="JournalFactKind"/>.</summary>
    public string Kind { get; init; } = string.Empty;

    /// <summary>The fact's own id; for a reversal, that of the reversal.</summary>
    public string Id { get; init; } = string.Empty;

    public bool IsReversal { get; init; }

    /// <summary>Business date, yyyy-MM-dd.</summary>
    public string EffectiveOn { get; init; } = string.Empty;

    public string Currency { get; init; } = string.Empty;

    /// <summary>In minor units; negative for a reversal, and positive again for what takes a reversal back.</summary>
    public long AmountMinor { get; init; }

    /// <summary>Invoice number, credit note number or payment number.</summary>
    public string Reference { get; init; } = string.Empty;

    public string CustomerNumber { get; init; } = string.Empty;

    public string Organization { get; init; } = string.Empty;

    /// <summary>The same in every export: facts are never changed.</summary>
    public string EntryId => $"{(IsReversal ? "reversal-" : string.Empty)}{Kind}-{Id}".ToLowerInvariant();

    public IReadOnlyList<Posting> Postings => Domain.Postings.Of(Enum.Parse<JournalFactKind>(Kind), new Money(AmountMinor, Currency));
}
