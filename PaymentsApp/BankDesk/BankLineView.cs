using PaymentsApp.Banking;
using PaymentsApp.Domain;

namespace PaymentsApp.BankDesk;

/// <summary>One line with everything that is known of it.</summary>
/// <param name="Entry">What the bank said.</param>
/// <param name="Text">What the payer wrote; the spans of the proposals count in it.</param>
/// <param name="Decision">What the program makes of it; null before it was looked at.</param>
/// <param name="PaymentId">The payment that was registered from it; null: none.</param>
/// <param name="DecidedBy">The person whose decision the state is; null: the program.</param>
/// <param name="HeldBy">The colleague who looks at it right now.</param>
/// <param name="EarlierLine">Statement and place of the line of an earlier file that this one is, or may be.</param>
public sealed record BankLineView(
    Guid Id, Guid StatementId, int Position, Money Amount, DateOnly? BookedOn, BankLineState State, BankEntry Entry, string Text, BankDecision? Decision,
    Guid? PaymentId, long? PaymentNumber, string? DecidedBy, string? HeldBy, string? EarlierLine);
