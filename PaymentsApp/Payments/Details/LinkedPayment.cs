namespace PaymentsApp.Payments.Details;

/// <summary>Another payment that this one names: it replaced it, or was replaced by it.</summary>
public sealed record LinkedPayment(Guid Id, long Number);
