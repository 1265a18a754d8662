using PaymentsApp.Domain;

namespace PaymentsApp.BankDesk;

/// <summary>A line in the review list.</summary>
/// <param name="Payer">As the bank prints it; null: it says nothing.</param>
/// <param name="Text">The beginning of what the payer wrote.</param>
/// <param name="Best">The best proposal in a few words; null: there is none.</param>
/// <param name="HeldBy">The colleague who looks at it right now.</param>
public sealed record BankLineRow(
    Guid Id, int Position, DateOnly? BookedOn, Money Amount, string? Payer, string Text, BankLineState State, string? Best, string? HeldBy);
