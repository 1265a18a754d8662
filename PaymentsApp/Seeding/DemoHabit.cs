namespace PaymentsApp.Seeding;

/// <summary>How an organization of the demo data pays.</summary>
internal enum DemoHabit
{
    /// <summary>Around the due date, each invoice by itself.</summary>
    Prompt,

    /// <summary>Three to nine weeks late.</summary>
    Slow,

    /// <summary>Every ten weeks, one payment over everything that is about due.</summary>
    Together,

    /// <summary>Half now, half later.</summary>
    Halves,

    /// <summary>Paid once, and stopped half a year ago.</summary>
    Stopped,

    /// <summary>Rounds up or pays before it is invoiced: has credit.</summary>
    Ahead,
}
