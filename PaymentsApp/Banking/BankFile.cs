namespace PaymentsApp.Banking;

/// <summary>A file that was read.</summary>
/// <param name="Raw">The bytes as they came.</param>
/// <param name="Sha256">Their hash in lower-case hex: the same file again has the same.</param>
/// <param name="Statements">In the order of the file.</param>
/// <param name="Findings">What belongs to no single statement.</param>
public sealed record BankFile(
    ReadOnlyMemory<byte> Raw, string Sha256, IReadOnlyList<BankStatement> Statements, IReadOnlyList<BankFinding> Findings);
