using PaymentsApp.Domain;

namespace PaymentsApp.Payments.Remittances;

/// <summary>A line of an advice beside what is open.</summary>
/// <param name="Row">Where it stands, from 1.</param>
/// <param name="Reference">What it names.</param>
/// <param name="Status">A few words.</param>
/// <param name="Amount">What it says; null: nothing.</param>
/// <param name="IsKnown">It names something that is open.</param>
/// <param name="Suggestion">The number that was probably meant; null: none.</param>
internal sealed record RemittanceLineView(int Row, string Reference, string Status, Money? Amount, bool IsKnown, string? Suggestion);
