namespace PaymentsApp.Domain;

/// <summary>
/// Checks and cash that are brought to the bank together. Closing is written once, with the total that the slip shows from then on; until then payments
/// are added and taken out.
/// </summary>
public sealed class Deposit
{
    /// <summary>The most payments of one deposit.</summary>
    public const int PaymentsMax = 1000;

    /// <summary>Money that somebody carries to the bank; everything else arrives there by itself.</summary>
    public static readonly IReadOnlyCollection<PaymentTypeKind> Carried = [PaymentTypeKind.Check, PaymentTypeKind.Cash];

    public Deposit(Guid id, BankAccount account, DateOnly depositedOn, Recorded recorded)
    {
        Id = id;
        BankAccountId = account.Id;
        Currency = account.Currency;
        DepositedOn = depositedOn;
        RecordedAt = recorded.At;
        RecordedById = recorded.ById;
    }

    private Deposit() => Currency = RecordedById = string.Empty; // for EF Core

    /// <summary>Made by the screen (Guid v7); the idempotency key.</summary>
    public Guid Id { get; private set; }

    public int BankAccountId { get; private set; }

    public string Currency { get; private set; }

    /// <summary>The day on which it is brought to the bank.</summary>
    public DateOnly DepositedOn { get; private set; }

    public DateTime RecordedAt { get; private set; }

    public string RecordedById { get; private set; }

    /// <summary>Null while payments can still be added; set together with the two below.</summary>
    public DateTime? ClosedAt { get; private set; }

    public string? ClosedById { get; private set; }

    /// <summary>What the bank got, in minor units.</summary>
    public long? ClosedTotalMinor { get; private set; }

    public void Close(long totalMinor, Recorded closed)
    {
        Invariant.Holds(ClosedAt is null, "A deposit is closed once.");
        ClosedAt = closed.At;
        ClosedById = closed.ById;
        ClosedTotalMinor = totalMinor;
    }
}
