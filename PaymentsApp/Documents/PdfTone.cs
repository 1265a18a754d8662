namespace PaymentsApp.Documents;

/// <summary>The few colors of a document; all of them are still told apart on a black and white printer.</summary>
public enum PdfTone
{
    Ink,
    Soft,
    Accent,

    /// <summary>What must not be overlooked, such as that a payment was reversed; the words say it, too.</summary>
    Danger,

    /// <summary>Lines between rows.</summary>
    Line,

    /// <summary>Behind the titles of a table.</summary>
    Shade,
}
