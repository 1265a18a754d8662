namespace PaymentsApp.Domain;

/// <summary>One movement of money of a bank's file, and what became of it. What the bank said is a fact; the decision moves.</summary>
public sealed class KeptBankLine
{
    /// <summary>So long a line belongs to the person who looks at it, unless that is said again.</summary>
    public static readonly TimeSpan ClaimFor = TimeSpan.FromSeconds(60);

    public required Guid Id { get; init; }

    public required Guid StatementId { get; init; }

    /// <summary>The place in the statement, from 1.</summary>
    public required int Position { get; init; }

    public DateOnly? BookedOn { get; init; }

    /// <summary>Signed minor units: above zero came in.</summary>
    public required long AmountMinor { get; init; }

    public required string Currency { get; init; }

    /// <summary>The whole record as JSON, with the places of its values in the file.</summary>
    public required string Entry { get; init; }

    /// <summary>The line of an earlier file that this one is, or may be; null for a new one.</summary>
    public Guid? EarlierLineId { get; init; }

    public BankLineState State { get; private set; }

    /// <summary>Proposals, reasons and what was ruled out, as JSON; null until it was looked at.</summary>
    public string? Decision { get; private set; }

    /// <summary>The chance that the best proposal is right, in millionths.</summary>
    public int ScoreMillionths { get; private set; }

    /// <summary>The rules by which it was decided.</summary>
    public string? RulesVersion { get; private set; }

    /// <summary>The payment that was, or would be, registered from it: the idempotency key. A new one after an undo.</summary>
    public required Guid PaymentId { get; set; }

    /// <summary>Whose decision the state is; null: the program's.</summary>
    public string? DecidedById { get; private set; }

    public DateTime? DecidedAt { get; private set; }

    /// <summary>How long the person looked at it before deciding, in milliseconds; null: it was decided unseen.</summary>
    public int? ReviewMilliseconds { get; private set; }

    public string? ClaimedById { get; private set; }

    public DateTime? ClaimedAt { get; private set; }

    public DateTime? ClaimedUntil { get; private set; }

    /// <summary>Rises with every change: of two people who decide at once, the second looks again.</summary>
    public int Version { get; private set; }

    public Money Amount => new(AmountMinor, Currency);

    /// <summary>Somebody else looks at it right now.</summary>
    public bool IsClaimedByOther(string userId, DateTime now) => ClaimedById is { } by && by != userId && ClaimedUntil > now;

    public void Claim(string userId, DateTime now)
    {
        ClaimedAt = ClaimedById == userId && ClaimedUntil > now ? ClaimedAt : now;
        ClaimedById = userId;
        ClaimedUntil = now + ClaimFor;
        Version++;
    }

    public void Release()
    {
        (ClaimedById, ClaimedAt, ClaimedUntil) = (null, null, null);
        Version++;
    }

    /// <summary>What the program makes of it.</summary>
    public void Decide(BankLineState state, string? decision = null, int scoreMillionths = 0, string? rulesVersion = null)
    {
        State = state;
        (Decision, ScoreMillionths, RulesVersion) = (decision ?? Decision, scoreMillionths, rulesVersion ?? RulesVersion);
        Version++;
    }

    /// <summary>A person, or with <paramref name="byPerson"/> false the program, decided about the money.</summary>
    public void Settle(BankLineState state, Recorded recorded, bool byPerson)
    {
        Invariant.Holds(!BankLineStates.IsPosted(State) && State != BankLineState.Returned, "A line is posted once.");
        State = state;
        DecidedAt = recorded.At;
        DecidedById = byPerson ? recorded.ById : null;
        ReviewMilliseconds = byPerson && ClaimedById == recorded.ById && ClaimedAt is { } since
            ? (int)Math.Min((recorded.At - since).TotalMilliseconds, int.MaxValue)
            : null;
        Release();
    }

    /// <summary>The payment under the old id was reversed on its own page: the line is still open, and its next payment another one.</summary>
    public void UseNextPayment(Guid nextPaymentId)
    {
        PaymentId = nextPaymentId;
        Version++;
    }

    /// <summary>Takes the decision back; the payment, if there was one, is reversed by then.</summary>
    /// <param name="state"><see cref="BankLineState.Undone"/>, or what it was before nothing was posted.</param>
    /// <param name="nextPaymentId">For the next try.</param>
    /// <param name="recorded">Who, and when.</param>
    public void TakeBack(BankLineState state, Guid nextPaymentId, Recorded recorded)
    {
        PaymentId = BankLineStates.IsPosted(State) || State == BankLineState.Returned ? nextPaymentId : PaymentId;
        State = state;
        DecidedAt = recorded.At;
        DecidedById = recorded.ById;
        ReviewMilliseconds = null;
        Release();
    }
}
