namespace PaymentsApp.Payments.Details;

/// <summary>That something was taken back.</summary>
/// <param name="RecordedAt">On the company's clock.</param>
public sealed record ReversalView(DateOnly EffectiveOn, string Reason, DateTime RecordedAt, string RecordedBy);
