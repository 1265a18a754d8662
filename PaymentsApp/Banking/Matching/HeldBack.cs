namespace PaymentsApp.Banking.Matching;

/// <summary>Why the best reading is not applied unasked.</summary>
public enum HeldBack
{
    /// <summary>It is.</summary>
    No,

    /// <summary>Its chance of being wrong is too high.</summary>
    Uncertain,

    /// <summary>Only one of number, amount and payer speaks for it.</summary>
    OneSignal,

    /// <summary>Something was kept that nobody agreed.</summary>
    UnknownDeduction,

    /// <summary>More was paid than is open.</summary>
    TooMuch,

    /// <summary>A part, and the number is not certain.</summary>
    UncertainPart,

    /// <summary>Name or account belong to somebody else.</summary>
    OtherPayer,

    /// <summary>Lines of the run claim more of an item than is open: perhaps it was paid twice.</summary>
    ClaimedTwice,
}
