namespace PaymentsApp.Documents;

/// <summary>Who writes, at the top of a document.</summary>
/// <param name="Company">Its name.</param>
/// <param name="Address">The lines below the name; none is allowed.</param>
/// <param name="Contact">The lines at the right, such as e-mail and phone; none is allowed.</param>
/// <param name="Logo">Above the name; null for none.</param>
public sealed record PdfLetterhead(string Company, IReadOnlyList<string> Address, IReadOnlyList<string> Contact, PdfImage? Logo)
{
    /// <summary>A name and nothing else.</summary>
    public static PdfLetterhead Of(string company) => new(company, [], [], null);
}
