using PaymentsApp.Domain;

namespace PaymentsApp.Payments.Credits;

/// <summary>The cancellation of a credit note, or what of it was paid back or waits to be.</summary>
/// <param name="Kind">Cancellation or refund.</param>
/// <param name="By">Who asked for it.</param>
/// <param name="IsWaiting">A second person has to approve it still.</param>
public sealed record CreditWithdrawalView(Guid Id, CreditNoteWithdrawalKind Kind, Money Amount, DateOnly On, string By, string Reason, bool IsWaiting);
