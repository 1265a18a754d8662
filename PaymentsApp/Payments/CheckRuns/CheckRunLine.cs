using PaymentsApp.Domain;

namespace PaymentsApp.Payments.CheckRuns;

/// <summary>A check run in the list of them.</summary>
/// <param name="ChangedAt">The company's clock.</param>
/// <param name="IsPosted">All its checks are registered.</param>
public sealed record CheckRunLine(Guid Id, DateOnly ReceivedOn, int CheckCount, Money Total, string ChangedBy, DateTime ChangedAt, bool IsPosted);
