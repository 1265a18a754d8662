using PaymentsApp.Domain;

namespace PaymentsApp.Payments.Returns;

/// <summary>A payment that the bank took back.</summary>
/// <param name="Code">One of <see cref="ReturnCodes.All"/>.</param>
public sealed record ReturnedLine(Guid PaymentId, long Number, int PayerId, string Payer, Money Amount, DateOnly ReturnedOn, string Code);
