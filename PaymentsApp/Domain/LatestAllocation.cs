namespace PaymentsApp.Domain;

/// <summary>Who applied what to an invoice last.</summary>
/// <param name="ByName">The colleague's name.</param>
/// <param name="At">UTC.</param>
public sealed record LatestAllocation(long PaymentNumber, Money Amount, string ByName, DateTime At);
