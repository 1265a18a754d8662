namespace PaymentsApp.Banking.Matching;

/// <summary>What a person decided about a line: for whom it paid. The teacher of <see cref="MatchLearning"/>.</summary>
/// <param name="PayerId">The payer that is right; null: the match was undone and nobody is known to be right.</param>
/// <param name="UndonePayerId">The payer the line had been matched with, when that was wrong; null: nothing was undone.</param>
public sealed record ConfirmedMatch(string PayerName, string PayerAccount, int? PayerId, int? UndonePayerId = null);
