using PaymentsApp.Domain;

namespace PaymentsApp.Payments.Deposits;

/// <summary>A payment that is to be deposited, or is in a deposit.</summary>
/// <param name="IsReversed">It was taken back; the bank does not get it, or got it and gave it back.</param>
public sealed record DepositPayment(Guid Id, long Number, string Payer, string Type, string? Reference, DateOnly ReceivedOn, Money Amount, bool IsReversed);
