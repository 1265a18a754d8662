namespace PaymentsApp.Banking;

/// <summary>An entry that is known already, from an earlier file.</summary>
/// <param name="Account">The account as the file named it.</param>
/// <param name="Format">The statement's format.</param>
/// <param name="FileSha256">Hash of the file it came in.</param>
/// <param name="Entry">The entry.</param>
public sealed record BankLine(string? Account, string Format, string FileSha256, BankEntry Entry);
