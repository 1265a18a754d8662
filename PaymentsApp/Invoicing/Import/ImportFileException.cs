namespace PaymentsApp.Invoicing.Import;

/// <summary>
/// The file as a whole cannot be imported. The message is a sentence for the person who chose the file;
/// whoever opens a file catches this and shows it.
/// </summary>
public sealed class ImportFileException(string message, bool wantsEncoding = false) : Exception(message)
{
    /// <summary>True when naming the file's encoding may make it readable.</summary>
    public bool WantsEncoding { get; } = wantsEncoding;
}
