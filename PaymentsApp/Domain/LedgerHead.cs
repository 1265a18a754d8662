namespace PaymentsApp.Domain;

/// <summary>
/// The one row at which all writers meet: the newest payment number and the end of the audit chain.
/// A writer locks it last, so numbers have no gap and the chain no fork.
/// </summary>
public sealed class LedgerHead
{
    /// <summary>The id of the only row.</summary>
    public const int OnlyId = 1;

    public int Id { get; private set; } = OnlyId;

    public long LastPaymentNumber { get; private set; }

    /// <summary>The last day of the closed period: nothing is dated on or before it. Null when nothing is closed.</summary>
    /// <remarks>Here, since all writers lock this row: nobody writes into a period while it is being closed.</remarks>
    public DateOnly? ClosedThrough { get; private set; }

    public long AuditSeq { get; private set; }

    public string AuditHash { get; private set; } = AuditEntry.NoHash;

    public long NextPaymentNumber() => ++LastPaymentNumber;

    public void CloseThrough(DateOnly? day) => ClosedThrough = day;

    /// <summary>Refuses a date in the closed period; null when it is open. To be asked under the lock, before anything is written.</summary>
    public PaymentProblem? CheckOpen(DateOnly day) =>
        day <= ClosedThrough ? new PaymentProblem.PeriodClosed(day, ClosedThrough.Value) : null;

    /// <summary>The day a correction is dated: the day of what it corrects, or today when that day is closed.</summary>
    public DateOnly DayOfCorrection(DateOnly day, DateOnly today) => day <= ClosedThrough ? today : day;

    /// <summary>Puts a fact at the end of the chain.</summary>
    public AuditEntry Append(AuditFact fact, Recorded recorded)
    {
        var entry = new AuditEntry(AuditSeq + 1, fact, recorded, AuditHash);
        AuditSeq = entry.Seq;
        AuditHash = entry.Hash;
        return entry;
    }
}
