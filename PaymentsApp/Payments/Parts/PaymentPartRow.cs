using PaymentsApp.Domain;

namespace PaymentsApp.Payments.Parts;

/// <summary>What a payment of another organization paid for a client.</summary>
/// <param name="Payer">Who paid; null when the person may not see it.</param>
/// <param name="PayerId">Likewise.</param>
/// <param name="Applied">To invoices of this client, as it stands.</param>
public sealed record PaymentPartRow(
    Guid Id, long Number, DateOnly ReceivedOn, string Type, int? PayerId, string? Payer, Money Applied, bool IsReversed);
