namespace PaymentsApp.Payments.Deposits;

/// <summary>Brings payments to the bank together, or adds more to a deposit that is open.</summary>
/// <param name="DepositId">Made by the screen (Guid v7); of an open deposit, to add to it.</param>
public sealed record MakeDeposit(Guid DepositId, int BankAccountId, DateOnly DepositedOn, IReadOnlyList<Guid> PaymentIds);
