namespace PaymentsApp.Invoicing.Import;

/// <summary>Headings for counted problems.</summary>
public static class ImportProblemKinds
{
    public static string Label(ImportProblemKind kind) => kind switch
    {
        ImportProblemKind.BrokenLine => "Broken line",
        ImportProblemKind.MissingValue => "Missing value",
        ImportProblemKind.UnreadableAmount => "Unreadable amount",
        ImportProblemKind.NotPositive => "Zero or doubtful total",
        ImportProblemKind.TooLarge => "Amount too large",
        ImportProblemKind.ExtraDecimals => "More decimals than the currency has",
        ImportProblemKind.UnknownCurrency => "Unknown currency",
        ImportProblemKind.ImpossibleDate => "Impossible date",
        ImportProblemKind.DueBeforeIssue => "Due before issue",
        ImportProblemKind.FutureSettlement => "Settled in the future",
        ImportProblemKind.TooLong => "Text too long",
        ImportProblemKind.ForbiddenText => "Text that may not be stored",
        ImportProblemKind.UnreadableTerms => "Unreadable payment terms",
        ImportProblemKind.UnknownOwner => "Unknown sales rep",
        ImportProblemKind.WrongPayer => "Payer that cannot be one",
        ImportProblemKind.AmbiguousCustomer => "Several customers of that name",
        ImportProblemKind.OtherFigures => "Already there with other figures",
        ImportProblemKind.CannotPay => "Settlement cannot be registered",
        ImportProblemKind.ClosedPeriod => "Credit note in a closed period",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };
}
