namespace PaymentsApp.Banking;

/// <summary>What a bank says about one account for one period, in the order of the file.</summary>
public sealed record BankStatement
{
    /// <summary>With version: <c>camt.053.001.08</c>, <c>MT940</c>, <c>OFX 1.0.2</c>.</summary>
    public required string Format { get; init; }

    /// <summary>IBAN or account number; null when the file does not say.</summary>
    public string? Account { get; init; }

    public string? AccountOwner { get; init; }

    /// <summary>BIC, bank or routing number of the account's bank.</summary>
    public string? Bank { get; init; }

    public string? Currency { get; init; }

    /// <summary>The bank's id of the statement.</summary>
    public string? StatementId { get; init; }

    /// <summary>The running number of the statement, as written.</summary>
    public string? Number { get; init; }

    /// <summary>Sequence or page within the number, as written.</summary>
    public string? Page { get; init; }

    public DateOnly? From { get; init; }

    public DateOnly? To { get; init; }

    /// <summary>When the bank made it, as written.</summary>
    public string? CreatedAt { get; init; }

    public BankBalance? Opening { get; init; }

    public BankBalance? Closing { get; init; }

    /// <summary>All balances that the file names, opening and closing too.</summary>
    public IReadOnlyList<BankBalance> Balances { get; init; } = [];

    public required IReadOnlyList<BankEntry> Entries { get; init; }

    public required IReadOnlyList<BankFinding> Findings { get; init; }

    /// <summary>Entries of the bank in the file; a batch is one.</summary>
    public required int RawEntries { get; init; }

    /// <summary>Those of them that are in <see cref="Entries"/>.</summary>
    public required int ReadEntries { get; init; }

    /// <summary>Those that are a finding instead. Raw is always read plus reported.</summary>
    public int ReportedEntries => RawEntries - ReadEntries;

    /// <summary>The file within a zip.</summary>
    public string? Member { get; init; }

    public required SourcePosition At { get; init; }

    /// <summary>False when a finding keeps automation away from the whole statement.</summary>
    public bool MayBeAppliedAutomatically => !Findings.Any(finding => finding.BlocksAutomation);
}
