namespace PaymentsApp.Banking.Matching;

/// <summary>A reading that was ruled out.</summary>
/// <param name="InvoiceIds">The items it would pay.</param>
/// <param name="Chance">Of being right.</param>
/// <param name="Numbers">The first number of each, for people.</param>
/// <param name="Why">Where it falls behind most.</param>
public sealed record MatchRival(IReadOnlyList<int> InvoiceIds, double Chance, IReadOnlyList<string> Numbers, string Why);
