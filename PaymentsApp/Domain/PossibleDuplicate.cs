namespace PaymentsApp.Domain;

/// <summary>A payment that may be the one that is about to be registered.</summary>
/// <param name="Kind">What is the same.</param>
/// <param name="InvoiceNumber">The invoice that it paid in full; null for the other kinds.</param>
public sealed record PossibleDuplicate(
    DuplicateKind Kind, Guid PaymentId, long Number, Money Amount, DateOnly ReceivedOn, string? Reference, string? InvoiceNumber);
