namespace PaymentsApp.Administration;

/// <summary>An entry of the audit log, as shown.</summary>
/// <param name="At">In the company's time zone.</param>
/// <param name="Actor">The person's name now.</param>
/// <param name="Href">The page of what it is about; null where there is none.</param>
/// <param name="Lines">What the entry says, value by value.</param>
public sealed record AuditRow(
    long Seq, DateTime At, string Actor, string Action, string Entity, string EntityId, string? Href, IReadOnlyList<AuditLine> Lines);
