namespace PaymentsApp.Invoicing;

/// <summary>How long the texts of an invoice may be, in characters; the database has the same bounds.</summary>
public static class InvoiceTexts
{
    public const int NumberLength = 50;
    public const int CustomerNumberLength = 50;
    public const int CustomerNameLength = 200;
    public const int DescriptionLength = 300;
    public const int IssueLength = 100;
    public const int ProductLength = 100;

    /// <summary>Why a credit note was given: a reason, and what was remarked on it.</summary>
    public const int ReasonLength = 300;
}
