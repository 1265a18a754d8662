namespace PaymentsApp.Domain;

/// <summary>Why a difference exists, as one word that reports can count.</summary>
/// <param name="Code">Stored with the fact; never renamed.</param>
/// <param name="Name">As it is shown.</param>
/// <param name="Kinds">The adjustments of an invoice that it explains; none when it explains only that something stays open.</param>
/// <param name="ExplainsShortPay">The customer may have paid less because of it.</param>
public sealed record ReasonCode(string Code, string Name, IReadOnlyList<AdjustmentKind> Kinds, bool ExplainsShortPay);
