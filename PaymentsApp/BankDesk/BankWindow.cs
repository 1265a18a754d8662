using PaymentsApp.Payments.Drafts;

namespace PaymentsApp.BankDesk;

/// <summary>What the payment window of a line starts with.</summary>
/// <param name="PaymentId">The line's payment id: what the window registers is the line's payment.</param>
/// <param name="Content">The line and the chosen proposal, as if they had been typed.</param>
public sealed record BankWindow(Guid PaymentId, DraftContent Content);
