namespace PaymentsApp.BankDesk;

/// <summary>A file in the list.</summary>
/// <param name="At">Company time.</param>
/// <param name="IsInterrupted">It was not worked through, and nobody works on it: it can be gone on with.</param>
/// <param name="IsWorking">Somebody's import runs.</param>
public sealed record BankFileRow(Guid Id, string FileName, string By, DateTime At, bool IsInterrupted, bool IsWorking, IReadOnlyList<BankStatementRow> Statements);
