namespace PaymentsApp.Domain;

/// <summary>
/// Somebody stopped new bookings of a client. A fact; releasing by hand is written once. One that ends when paid holds as long as anything
/// is open that was overdue when it was placed: it ends with the payment itself, and a returned check brings it back.
/// </summary>
public sealed class CreditHold
{
    /// <summary>The longest reason, in characters.</summary>
    public const int ReasonLength = 500;

    public CreditHold(Guid id, int organizationId, string reason, bool endsWhenPaid, DateOnly placedOn, Recorded placed)
    {
        Id = id;
        OrganizationId = organizationId;
        Reason = Invariant.NotBlank(reason);
        EndsWhenPaid = endsWhenPaid;
        PlacedOn = placedOn;
        PlacedAt = placed.At;
        PlacedById = placed.ById;
    }

    private CreditHold() => Reason = PlacedById = string.Empty; // for EF Core

    /// <summary>Made by the caller (Guid v7); the idempotency key.</summary>
    public Guid Id { get; private set; }

    public int OrganizationId { get; private set; }

    public string Reason { get; private set; }

    /// <summary>False: until somebody releases it.</summary>
    public bool EndsWhenPaid { get; private set; }

    /// <summary>The company's day.</summary>
    public DateOnly PlacedOn { get; private set; }

    public DateTime PlacedAt { get; private set; }

    public string PlacedById { get; private set; }

    /// <summary>Null while nobody released it by hand; set together with the two below.</summary>
    public DateTime? ReleasedAt { get; private set; }

    public string? ReleasedById { get; private set; }

    public string? ReleaseReason { get; private set; }

    public void Release(string reason, Recorded released)
    {
        Invariant.Holds(ReleasedAt is null, "A hold is released once.");
        ReleaseReason = Invariant.NotBlank(reason);
        ReleasedAt = released.At;
        ReleasedById = released.ById;
    }

    /// <summary>Whether it stops bookings now.</summary>
    /// <param name="open">The client's open invoices.</param>
    public bool Holds(IEnumerable<OpenDebt> open) =>
        ReleasedAt is null && (!EndsWhenPaid || open.Any(debt => debt.Minor > 0 && debt.DueOn < PlacedOn));
}
