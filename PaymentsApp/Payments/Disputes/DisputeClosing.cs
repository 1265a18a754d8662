using PaymentsApp.Domain;

namespace PaymentsApp.Payments.Disputes;

/// <summary>That a dispute was closed.</summary>
/// <param name="At">On the company's clock.</param>
public sealed record DisputeClosing(DisputeOutcome Outcome, string By, DateTime At);
