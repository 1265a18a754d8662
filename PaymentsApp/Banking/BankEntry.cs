namespace PaymentsApp.Banking;

/// <summary>
/// One movement of money on a bank account, whatever the file's format. A batch that the file takes apart is one entry
/// per payment, each with its <see cref="Batch"/>. Texts are as the file has them; null means that the file does not say.
/// </summary>
public sealed record BankEntry
{
    public DateOnly? BookedOn { get; init; }

    public DateOnly? ValueOn { get; init; }

    /// <summary>Signed minor units of <see cref="Currency"/>: above zero came in.</summary>
    public required long AmountMinor { get; init; }

    /// <summary>ISO 4217; null when neither file nor caller says. Then two decimals are assumed.</summary>
    public string? Currency { get; init; }

    /// <summary>What was sent, where it is another currency or amount than what was booked; signed like the entry.</summary>
    public BankOriginal? Original { get; init; }

    public IReadOnlyList<BankCharge> Charges { get; init; } = [];

    public BankEntryStatus Status { get; init; }

    /// <summary>The file marks it as the reversal or the return of an earlier entry; the sign is that of this movement.</summary>
    public bool IsReversal { get; init; }

    /// <summary>Why an earlier payment came back: AC04, MS03, R01.</summary>
    public string? ReturnReason { get; init; }

    /// <summary>The format's own code of the kind of movement: PMNT-RCDT-ESCT, NTRF, 165, CREDIT.</summary>
    public string? TransactionCode { get; init; }

    /// <summary>Who is on the other side: the payer of money that came in, the payee of money that went out.</summary>
    public string? PayerName { get; init; }

    /// <summary>IBAN or account number of the other side.</summary>
    public string? PayerAccount { get; init; }

    /// <summary>BIC or routing number of the other side's bank.</summary>
    public string? PayerBank { get; init; }

    public string? UltimatePayer { get; init; }

    public string? PayerId { get; init; }

    /// <summary>The payer's own id of the payment; NOTPROVIDED is none.</summary>
    public string? EndToEndId { get; init; }

    public string? MandateId { get; init; }

    /// <summary>The bank's id of this entry. Banks use ids again: with the account it is not unique.</summary>
    public string? BankId { get; init; }

    /// <summary>The reference for the account owner: what the payer or the account owner wrote, not the bank.</summary>
    public string? CustomerReference { get; init; }

    public string? CheckNumber { get; init; }

    /// <summary>What the bank itself says about the entry: its booking text, its additions.</summary>
    public string? BankText { get; init; }

    /// <summary>What the payer wrote, put together; see <see cref="RemittanceParts"/> for how it stood.</summary>
    public string RemittanceText { get; init; } = "";

    /// <summary>The text in the pieces of the file: each end is a place where a word may have been torn apart.</summary>
    public IReadOnlyList<string> RemittanceParts { get; init; } = [];

    public IReadOnlyList<BankReference> References { get; init; } = [];

    public IReadOnlyList<BankDocument> Documents { get; init; } = [];

    public BankBatch? Batch { get; init; }

    /// <summary>Where the entry stands.</summary>
    public required SourcePosition At { get; init; }

    /// <summary>Where its values stand.</summary>
    public IReadOnlyList<BankValueAt> ValuesAt { get; init; } = [];

    /// <summary>The structured reference if there is one, else what the account owner's reference field holds.</summary>
    public string? Reference => References.Count > 0 ? References[0].Value : CustomerReference;
}
