using PaymentsApp.Domain;

namespace PaymentsApp.FollowUps.Promises;

/// <summary>A promise with what became of it.</summary>
/// <param name="Arrived">What came for it in time.</param>
/// <param name="NotedAt">On the company's clock.</param>
/// <param name="DaysLate">Since the promised day; 0 unless broken.</param>
public sealed record PromiseView(
    Guid Id,
    int OrganizationId,
    string Organization,
    Money Amount,
    Money Arrived,
    DateOnly PromisedOn,
    string SaidBy,
    string? Note,
    string NotedBy,
    DateTime NotedAt,
    PromiseState State,
    int DaysLate,
    IReadOnlyList<PromisedInvoiceView> Invoices)
{
    /// <summary>Why it was withdrawn; null when it was not.</summary>
    public string? WithdrawnReason { get; init; }
}
