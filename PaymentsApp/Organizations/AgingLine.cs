using PaymentsApp.Domain;

namespace PaymentsApp.Organizations;

/// <summary>What is open in one currency, by how long it is overdue.</summary>
public sealed record AgingLine(Money NotDue, Money Days1To30, Money Days31To60, Money Days61To90, Money Over90)
{
    public Money Total => NotDue + Days1To30 + Days31To60 + Days61To90 + Over90;

    /// <summary>In order, with their titles.</summary>
    public IReadOnlyList<(string Title, Money Amount)> Buckets =>
    [
        ("Not due", NotDue), ("1–30 days", Days1To30), ("31–60 days", Days31To60), ("61–90 days", Days61To90), ("Over 90 days", Over90),
    ];
}
