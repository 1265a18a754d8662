namespace PaymentsApp.Domain;

/// <summary>One statement of a bank's file: a fact.</summary>
public sealed class KeptBankStatement
{
    public required Guid Id { get; init; }

    public required Guid FileId { get; init; }

    /// <summary>The place in the file, from 1.</summary>
    public required int Position { get; init; }

    /// <summary>With version: camt.053.001.08, MT940.</summary>
    public required string Format { get; init; }

    /// <summary>As the file names it; null when it does not.</summary>
    public string? Account { get; init; }

    /// <summary>The company's account that it is of; null when none is known, or more than one could be meant.</summary>
    public int? BankAccountId { get; init; }

    public required string Currency { get; init; }

    /// <summary>The bank's running number, as written.</summary>
    public string? Number { get; init; }

    public DateOnly? FromOn { get; init; }

    public DateOnly? ToOn { get; init; }

    /// <summary>Signed minor units; null when the file does not say.</summary>
    public long? OpeningMinor { get; init; }

    /// <summary>Signed minor units; null when the file does not say.</summary>
    public long? ClosingMinor { get; init; }

    public required int LineCount { get; init; }

    /// <summary>Sum of all lines, signed minor units.</summary>
    public required long TotalMinor { get; init; }

    /// <summary>What is not as it should be, as JSON.</summary>
    public required string Findings { get; init; }

    /// <summary>Opening, lines and closing agree; null when the file does not name both balances.</summary>
    public bool? AddsUp { get; init; }

    /// <summary>False: nothing of it is applied without a person.</summary>
    public required bool MayApplyUnasked { get; init; }
}
