using PaymentsApp.Domain;

namespace PaymentsApp.Payments.Details;

/// <summary>Part of a payment on an invoice.</summary>
/// <param name="RecordedAt">On the company's clock.</param>
/// <param name="Reversal">Null while the allocation stands.</param>
public sealed record AllocationView(
    Guid Id,
    int InvoiceId,
    string InvoiceNumber,
    DateOnly DueOn,
    Money Amount,
    DateOnly AppliedOn,
    DateTime RecordedAt,
    string RecordedBy,
    ReversalView? Reversal)
{
    /// <summary>Who was invoiced.</summary>
    public required ClientOfAllocation Client { get; init; }
}
