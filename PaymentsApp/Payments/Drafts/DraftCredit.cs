namespace PaymentsApp.Payments.Drafts;

/// <summary>Chosen credit, as it is kept.</summary>
/// <param name="CreditId">The payment or the credit note.</param>
/// <param name="Minor">In minor units of the draft's currency.</param>
public sealed record DraftCredit(Guid CreditId, long Minor);
