namespace PaymentsApp.Domain;

/// <summary>
/// From when a client is on hold by itself: more than an amount overdue for so many days. A fact: the latest one counts, the company's or,
/// where there is one, the client's own.
/// </summary>
public sealed class CreditRule
{
    /// <summary>The most days.</summary>
    public const int DaysMax = 365;

    /// <param name="id">Made by the caller (Guid v7); the idempotency key.</param>
    /// <param name="organizationId">Null: the company's rule.</param>
    /// <param name="limit">Null: no hold by rule.</param>
    /// <param name="days">Counts what is overdue for at least so many days.</param>
    /// <param name="set">Who, and when.</param>
    public CreditRule(Guid id, int? organizationId, Money? limit, int days, Recorded set)
    {
        Invariant.Holds(limit is null or { Minor: >= 0 }, "A limit is not negative.");
        Invariant.Holds(days is >= 1 and <= DaysMax, "A rule counts 1 to 365 days.");
        Id = id;
        OrganizationId = organizationId;
        LimitMinor = limit?.Minor;
        Currency = limit?.Currency;
        Days = days;
        SetAt = set.At;
        SetById = set.ById;
    }

    private CreditRule() => SetById = string.Empty; // for EF Core

    public Guid Id { get; private set; }

    public int? OrganizationId { get; private set; }

    /// <summary>In minor units; null: no hold by rule.</summary>
    public long? LimitMinor { get; private set; }

    /// <summary>Only invoices in this currency count; null together with the limit.</summary>
    public string? Currency { get; private set; }

    public int Days { get; private set; }

    public DateTime SetAt { get; private set; }

    public string SetById { get; private set; }

    public Money? Limit => LimitMinor is { } minor && Currency is { } currency ? new Money(minor, currency) : null;

    /// <summary>The rule that counts for a client; null for none.</summary>
    /// <param name="rules">All rules of the company and of the client.</param>
    /// <param name="organizationId">The client.</param>
    public static CreditRule? InForce(IEnumerable<CreditRule> rules, int organizationId)
    {
        var latest = rules.OrderBy(rule => rule.SetAt).ThenBy(rule => rule.Id).ToList();
        return latest.FindLast(rule => rule.OrganizationId == organizationId) ?? latest.FindLast(rule => rule.OrganizationId is null);
    }

    /// <summary>Whether it stops bookings now.</summary>
    /// <param name="open">The client's open invoices.</param>
    /// <param name="today">The company's day.</param>
    public bool Holds(IEnumerable<OpenDebt> open, DateOnly today)
    {
        var since = today.AddDays(-Days);
        return LimitMinor is { } limit && open.Where(debt => debt.Currency == Currency && debt.DueOn <= since).Sum(debt => debt.Minor) > limit;
    }
}
