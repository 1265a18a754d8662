namespace PaymentsApp.Payments.Disputes;

/// <summary>What somebody said.</summary>
/// <param name="At">On the company's clock.</param>
public sealed record DisputeMessageView(Guid Id, string By, DateTime At, string Text);
