using PaymentsApp.Domain;

namespace PaymentsApp.Payments.Deposits;

/// <summary>A deposit as lists and its slip show it.</summary>
/// <param name="Total">What the bank gets; once it is closed, what it got.</param>
/// <param name="Count">How many payments that is.</param>
/// <param name="MadeBy">Who made it.</param>
public sealed record DepositView(Guid Id, string Account, DateOnly DepositedOn, Money Total, int Count, string MadeBy, bool IsClosed);
