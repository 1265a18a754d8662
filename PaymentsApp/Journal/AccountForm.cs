using PaymentsApp.Domain;

namespace PaymentsApp.Journal;

/// <summary>An account as the publisher's books call it.</summary>
public sealed record AccountForm(LedgerAccount Account, string Number, string Name);
