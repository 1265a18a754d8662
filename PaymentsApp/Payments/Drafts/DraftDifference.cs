using PaymentsApp.Domain;

namespace PaymentsApp.Payments.Drafts;

/// <summary>A row of the difference editor, as it is kept.</summary>
/// <param name="Id">Of the difference or the dispute that it becomes.</param>
/// <param name="Kind">Null: it stays open.</param>
/// <param name="AmountMinor">In minor units of the draft's currency; null: the box was empty.</param>
public sealed record DraftDifference(Guid Id, AdjustmentKind? Kind, long? AmountMinor, string ReasonCode, string Note);
