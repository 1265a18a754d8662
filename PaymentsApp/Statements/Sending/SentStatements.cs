namespace PaymentsApp.Statements.Sending;

/// <summary>What came of sending many.</summary>
/// <param name="Queued">How many are on their way.</param>
/// <param name="WithoutAddress">Clients of which no contact has a mail address, by name.</param>
/// <param name="Problems">Of single clients, each with its name; the others were sent all the same.</param>
public sealed record SentStatements(int Queued, IReadOnlyList<string> WithoutAddress, IReadOnlyList<string> Problems);
