namespace PaymentsApp.BankDesk;

/// <summary>One statement, and the file it came in.</summary>
public sealed record BankStatementView(Guid FileId, string FileName, string By, DateTime At, bool IsFinished, BankStatementRow Statement);
