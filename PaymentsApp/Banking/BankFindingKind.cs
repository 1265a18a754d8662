namespace PaymentsApp.Banking;

/// <summary>What a reader has to say about a file that it could read.</summary>
public enum BankFindingKind
{
    /// <summary>Closing is not opening plus entries; <see cref="BankFinding.DifferenceMinor"/> is closing less what was computed.</summary>
    BalanceDifference,

    /// <summary>Opening, closing and entries are not of one currency, so they cannot be added up.</summary>
    BalanceCurrency,

    /// <summary>A control sum of the file is not the sum of its entries; the difference is the file's less ours.</summary>
    SumDifference,

    /// <summary>A control count of the file is not the number of its entries.</summary>
    CountDifference,

    /// <summary>The file has an entry that could not be read; it is counted here instead.</summary>
    EntryNotRead,

    /// <summary>An amount has more decimals than its currency; the exact text is in the message.</summary>
    AmountNotExact,

    /// <summary>The payments inside a batch are not its amount.</summary>
    DetailsDiffer,

    /// <summary>The payments inside a batch have no amounts of their own, so it stays one line.</summary>
    DetailsWithoutAmounts,

    /// <summary>A batch was announced whose payments are not in the file.</summary>
    DetailsMissing,

    /// <summary>The currency is not one that is known, or none is given.</summary>
    CurrencyUnknown,

    /// <summary>A date that does not exist, or is missing where the format wants one.</summary>
    DateUnreadable,

    /// <summary>A value other than date and amount that the format does not allow.</summary>
    ValueUnreadable,

    /// <summary>A record or field that the reader does not know; nothing about money is taken from it.</summary>
    NotUnderstood,

    /// <summary>A part of the file that holds no bank entries, and was left out.</summary>
    LeftOut,

    /// <summary>A return of an earlier payment.</summary>
    Returned,

    /// <summary>The bank corrects data of the payer (NACHA notification of change); no money moves.</summary>
    Correction,

    /// <summary>One bank id stands for entries of different content; all are kept.</summary>
    BankIdReused,

    /// <summary>How an open question of the file was settled, and by what.</summary>
    Assumed,

    /// <summary>The file ends before it should.</summary>
    Incomplete,
}
