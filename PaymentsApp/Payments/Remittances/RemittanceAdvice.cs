namespace PaymentsApp.Payments.Remittances;

/// <summary>What a customer says a payment is for.</summary>
/// <param name="Lines">In the order of the text.</param>
/// <param name="StatedMinor">The total that it states itself, in minor units; null: none was found.</param>
/// <param name="Problem">Why nothing was read, a sentence; null: it was.</param>
public sealed record RemittanceAdvice(IReadOnlyList<RemittanceLine> Lines, long? StatedMinor, string? Problem)
{
    public static RemittanceAdvice Unreadable(string problem) => new([], null, problem);
}
