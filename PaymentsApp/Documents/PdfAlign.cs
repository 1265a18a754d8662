namespace PaymentsApp.Documents;

/// <summary>Where a text stands in its column.</summary>
public enum PdfAlign
{
    Start,

    /// <summary>At the right, as figures do.</summary>
    End,
}
