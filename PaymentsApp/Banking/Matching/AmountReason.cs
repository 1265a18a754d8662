namespace PaymentsApp.Banking.Matching;

/// <summary>Why the amount is what it is.</summary>
public enum AmountReason
{
    /// <summary>All that is open, to the last cent; credit notes netted.</summary>
    Exact,

    /// <summary>Less the early-payment discounts that still run.</summary>
    Discount,

    /// <summary>Less a bank fee that was kept before.</summary>
    KnownFee,

    /// <summary>Less an agency's commission.</summary>
    Commission,

    /// <summary>With other payments of the run all that is open.</summary>
    Together,

    /// <summary>Less a small difference nobody announced.</summary>
    SmallDifference,

    /// <summary>A part; the rest stays open.</summary>
    Part,

    /// <summary>More than is open.</summary>
    Over,
}
