namespace PaymentsApp.Banking.Matching;

/// <summary>An open item that a bank line may pay.</summary>
/// <param name="Id">Only to name it; no rule looks at it.</param>
/// <param name="PayerId">The account it is open on.</param>
/// <param name="Numbers">How payers may quote it, as printed: invoice number, billing number, structured reference.</param>
/// <param name="Currency">ISO code.</param>
/// <param name="OpenMinor">What is open, in minor units; negative for a credit note.</param>
/// <param name="IssuedOn">The invoice date.</param>
/// <param name="DueOn">When it is to be paid.</param>
public sealed record MatchInvoice(
    int Id, int PayerId, IReadOnlyList<string> Numbers, string Currency, long OpenMinor, DateOnly IssuedOn, DateOnly DueOn)
{
    /// <summary>The early-payment discount agreed, in minor units; 0: none.</summary>
    public long DiscountMinor { get; init; }

    /// <summary>The last day the discount is granted; null: none is.</summary>
    public DateOnly? DiscountUntil { get; init; }
}
