namespace PaymentsApp.Domain;

/// <summary>
/// What arrived on one day in one currency, and how much of it is on no invoice. Kept by the database with every change of a
/// payment, so that the start page adds up days and not payments; <c>verify</c> recomputes it.
/// </summary>
public sealed class ReceivedBalance
{
    private ReceivedBalance() => Currency = string.Empty; // for EF Core

    public string Currency { get; private set; }

    public DateOnly ReceivedOn { get; private set; }

    /// <summary>The amounts of payments that were not reversed, in minor units.</summary>
    public long ReceivedMinor { get; private set; }

    /// <summary>In minor units.</summary>
    public long UnappliedMinor { get; private set; }
}
