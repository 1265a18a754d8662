namespace PaymentsApp.Domain;

/// <summary>How a reminder speaks; each has a text of its own.</summary>
public enum ReminderTone
{
    /// <summary>It may have been overlooked.</summary>
    Friendly,

    /// <summary>It is asked for by a day.</summary>
    Firm,

    /// <summary>What follows if nothing arrives.</summary>
    Final,
}
