using PaymentsApp.Domain;

namespace PaymentsApp.Collection.Outstanding;

/// <summary>What one organization owes in one currency, by age; in minor units.</summary>
internal sealed record AgedSum(int OrganizationId, string Currency, long NotDue, long First, long Second, long Third, long Over)
{
    public long Total => NotDue + First + Second + Third + Over;

    public long Overdue => Total - NotDue;

    public IReadOnlyList<long> Parts => [NotDue, First, Second, Third, Over];

    public Money Money(long minor) => new(minor, Currency);
}
