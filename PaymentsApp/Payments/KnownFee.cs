namespace PaymentsApp.Payments;

/// <summary>What a bank kept of an earlier payment.</summary>
/// <param name="PaymentTypeId">How it was paid.</param>
/// <param name="FeeMinor">In minor units of the payment's currency.</param>
public readonly record struct KnownFee(int PaymentTypeId, long FeeMinor);
