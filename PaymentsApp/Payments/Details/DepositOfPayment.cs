namespace PaymentsApp.Payments.Details;

/// <summary>The deposit with which a payment is brought to the bank.</summary>
/// <param name="Account">The title of the bank account.</param>
/// <param name="IsClosed">The bank has it.</param>
public sealed record DepositOfPayment(Guid Id, string Account, DateOnly DepositedOn, bool IsClosed);
