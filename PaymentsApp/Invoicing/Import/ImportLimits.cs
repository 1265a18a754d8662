namespace PaymentsApp.Invoicing.Import;

/// <summary>Bounds that keep one hostile or broken file from taking the machine's memory.</summary>
public static class ImportLimits
{
    /// <summary>Characters in one physical line; real exports stay below a few thousand.</summary>
    public const int LineLength = 64 * 1024;

    /// <summary>Characters in one quoted value, which may span lines.</summary>
    public const int FieldLength = 64 * 1024;

    /// <summary>Columns in one line.</summary>
    public const int Columns = 500;

    /// <summary>Problems kept with line number and reason; further ones are counted only.</summary>
    public const int ProblemsKept = 500;

    /// <summary>Lines in one database transaction.</summary>
    public const int BatchLines = 1000;

    /// <summary>Lines over which a column's values are tested for repetition.</summary>
    public const int UniquenessLines = 10_000;

    /// <summary>Lines shown before the import.</summary>
    public const int PreviewLines = 10;
}
