namespace PaymentsApp.Domain;

/// <summary>Why a bank returns a payment.</summary>
/// <param name="Code">As the bank's notice has it, for example R01; unique.</param>
/// <param name="Name">What it means.</param>
/// <param name="Kind">For which way of paying it is used; null for any.</param>
public sealed record ReturnCode(string Code, string Name, PaymentTypeKind? Kind);
