using PaymentsApp.Domain;

namespace PaymentsApp.BankDesk;

/// <summary>The lines of one state, or of several with the first of them.</summary>
/// <param name="SumMinor">Signed minor units.</param>
public sealed record BankTallyPart(BankLineState State, int Count, long SumMinor);
