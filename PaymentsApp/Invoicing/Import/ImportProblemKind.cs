namespace PaymentsApp.Invoicing.Import;

/// <summary>Problems of the same kind are counted together.</summary>
public enum ImportProblemKind
{
    BrokenLine,
    MissingValue,
    UnreadableAmount,
    NotPositive,
    TooLarge,

    /// <summary>More decimals than the currency has; the only one that a choice lifts.</summary>
    ExtraDecimals,
    UnknownCurrency,
    ImpossibleDate,
    DueBeforeIssue,
    FutureSettlement,
    TooLong,
    ForbiddenText,
    UnreadableTerms,
    UnknownOwner,
    WrongPayer,
    AmbiguousCustomer,
    OtherFigures,
    CannotPay,

    /// <summary>A credit note is dated where nothing is dated any more.</summary>
    ClosedPeriod,
}
