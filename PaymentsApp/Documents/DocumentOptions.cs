namespace PaymentsApp.Documents;

/// <summary>The section <c>Documents</c> of the configuration.</summary>
public sealed class DocumentOptions
{
    public const string Section = "Documents";

    /// <summary>A TrueType file; empty for DejaVu Sans of the system, and Helvetica where that is missing.</summary>
    public string Font { get; set; } = string.Empty;

    /// <summary>The same in bold; empty for what belongs to the default of <see cref="Font"/>, or for <see cref="Font"/> itself.</summary>
    public string BoldFont { get; set; } = string.Empty;

    /// <summary>"A4" or "Letter"; empty for what is usual in the reader's country.</summary>
    public string Paper { get; set; } = string.Empty;
}
