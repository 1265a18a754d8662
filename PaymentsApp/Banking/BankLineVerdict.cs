namespace PaymentsApp.Banking;

/// <summary>What an entry of a new file is to those that are known.</summary>
public enum BankLineVerdict
{
    /// <summary>Not seen before.</summary>
    New,

    /// <summary>The same movement again: same file, overlapping period, or another format of the same day.</summary>
    Known,

    /// <summary>A movement that was announced before is booked now.</summary>
    Books,

    /// <summary>New, but its bank id stands for other content too: kept, for a person to look at.</summary>
    BankIdReused,

    /// <summary>Kept, and maybe the same as a known one: amount and day are equal, and nothing else tells.</summary>
    Similar,
}
