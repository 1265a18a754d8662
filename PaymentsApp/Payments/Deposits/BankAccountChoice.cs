namespace PaymentsApp.Payments.Deposits;

/// <summary>A bank account that is offered.</summary>
public sealed record BankAccountChoice(int Id, string Title, string Currency);
