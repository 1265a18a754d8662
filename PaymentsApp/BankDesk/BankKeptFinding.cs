namespace PaymentsApp.BankDesk;

/// <summary>Something about a statement that is not as it should be.</summary>
/// <param name="Message">One sentence.</param>
/// <param name="Blocks">Nothing is applied unasked because of it.</param>
/// <param name="DifferenceMinor">Minor units, where it is about a sum.</param>
/// <param name="Line">Where in the file.</param>
public sealed record BankKeptFinding(string Message, bool Blocks, long? DifferenceMinor, int Line);
