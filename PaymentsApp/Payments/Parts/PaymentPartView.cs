using PaymentsApp.Domain;
using PaymentsApp.Payments.Details;

namespace PaymentsApp.Payments.Parts;

/// <summary>
/// What somebody else's payment paid for accounts that the person may see. It has no payer, amount, reference, memo, file or reason: those tell
/// of the other accounts.
/// </summary>
/// <param name="Applied">To invoices of these accounts, as it stands.</param>
/// <param name="Allocations">Those that stand and those taken back, in the order they were made.</param>
public sealed record PaymentPartView(
    Guid Id, long Number, DateOnly ReceivedOn, string Type, bool IsReversed, Money Applied, IReadOnlyList<AllocationView> Allocations);
