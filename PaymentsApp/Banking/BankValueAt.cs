namespace PaymentsApp.Banking;

/// <summary>Where one value of an entry was read.</summary>
public readonly record struct BankValueAt(BankField Field, SourcePosition At);
