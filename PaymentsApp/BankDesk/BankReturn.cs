namespace PaymentsApp.BankDesk;

/// <summary>A payment that a line may take back.</summary>
/// <param name="Number">The payment's number.</param>
/// <param name="IsCertain">Both carry an id that no other payment does.</param>
/// <param name="Why">For people.</param>
public sealed record BankReturn(Guid PaymentId, long Number, string PayerName, DateOnly ReceivedOn, bool IsCertain, string Why);
