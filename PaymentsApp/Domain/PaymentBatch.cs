namespace PaymentsApp.Domain;

/// <summary>
/// A check run: the checks of one mail, typed one after the other and registered together. No fact: the payments are; it only says what was typed,
/// how far it is posted, and who posts it right now.
/// </summary>
public sealed class PaymentBatch(Guid id, DateOnly receivedOn, string currency, DateTime startedAt, string startedById)
{
    /// <summary>The most checks of one run.</summary>
    public const int ChecksMax = 500;

    /// <summary>So long a run belongs to who posts it; a process that died in the middle gives it back after that.</summary>
    public static readonly TimeSpan PostingFor = TimeSpan.FromMinutes(2);

    public Guid Id { get; private set; } = id;

    /// <summary>The payment date of all its checks.</summary>
    public DateOnly ReceivedOn { get; private set; } = receivedOn;

    public string Currency { get; private set; } = Invariant.Currency(currency);

    /// <summary>What the adding machine's tape says, in minor units; null: not typed yet.</summary>
    public long? ControlTotalMinor { get; private set; }

    /// <summary>The checks, and the one that is being typed, as JSON.</summary>
    public string Content { get; private set; } = "[]";

    public int CheckCount { get; private set; }

    public long TotalMinor { get; private set; }

    public DateTime StartedAt { get; private set; } = startedAt;

    public string StartedById { get; private set; } = Invariant.NotBlank(startedById);

    public DateTime ChangedAt { get; private set; } = startedAt;

    public string ChangedById { get; private set; } = startedById;

    /// <summary>Counts changes: who saves says which one it saw.</summary>
    public int Version { get; private set; }

    /// <summary>Who posts it right now; null when nobody does.</summary>
    public string? PostingById { get; private set; }

    public DateTime? PostingUntil { get; private set; }

    /// <summary>When its last check was registered; null while one is not.</summary>
    public DateTime? PostedAt { get; private set; }

    /// <summary>It is posted at this moment: nobody changes it, not even who posts it, on another screen.</summary>
    public bool IsBeingPosted(DateTime now) => PostingById is not null && PostingUntil > now;

    /// <summary>Keeps what is typed in the line and is no check of the run yet. No change that others are asked about.</summary>
    public void Keep(string content, Recorded changed)
    {
        Invariant.Holds(PostedAt is null, "A run that is posted stays as it is.");
        Content = Invariant.NotBlank(content);
        ChangedAt = changed.At;
        ChangedById = changed.ById;
    }

    public void Change(DateOnly receivedOn, long? controlTotalMinor, string content, int checkCount, long totalMinor, Recorded changed)
    {
        Invariant.Holds(PostedAt is null, "A run that is posted stays as it is.");
        ReceivedOn = receivedOn;
        ControlTotalMinor = controlTotalMinor;
        Content = Invariant.NotBlank(content);
        CheckCount = checkCount;
        TotalMinor = totalMinor;
        ChangedAt = changed.At;
        ChangedById = changed.ById;
        Version++;
    }

    public void BeginPosting(Recorded by)
    {
        PostingById = by.ById;
        PostingUntil = by.At + PostingFor;
        Version++;
    }

    public void EndPosting(bool isComplete, DateTime at)
    {
        PostingById = null;
        PostingUntil = null;
        PostedAt = isComplete ? at : null;
        Version++;
    }
}
