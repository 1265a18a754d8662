namespace PaymentsApp.Invoicing.Import;

/// <summary>Tells from its first bytes that a file is something else than text in columns.</summary>
public static class FileKind
{
    /// <summary>A sentence that says what the file is instead of a CSV, or null when it may be one.</summary>
    public static string? WhyNotCsv(ReadOnlySpan<byte> start) => start switch
    {
        [0x50, 0x4B, 0x03, 0x04, ..] =>
            "This is an Excel workbook or a zip archive, not a CSV file. In Excel, choose Save as > CSV UTF-8 and import that file.",
        [0xD0, 0xCF, 0x11, 0xE0, ..] =>
            "This is an old Excel or Word file, not a CSV file. In Excel, choose Save as > CSV UTF-8 and import that file.",
        [(byte)'%', (byte)'P', (byte)'D', (byte)'F', ..] => "This is a PDF, not a CSV file.",
        [0x1F, 0x8B, ..] => "This is a gzip archive, not a CSV file. Unpack it first.",
        [0x89, (byte)'P', (byte)'N', (byte)'G', ..] or [0xFF, 0xD8, 0xFF, ..] or [(byte)'G', (byte)'I', (byte)'F', (byte)'8', ..] =>
            "This is a picture, not a CSV file.",
        [(byte)'{', (byte)'\\', (byte)'r', (byte)'t', (byte)'f', ..] => "This is a word processor's file, not a CSV file.",
        [(byte)'S', (byte)'Q', (byte)'L', (byte)'i', (byte)'t', (byte)'e', ..] => "This is a database, not a CSV file.",
        _ => null,
    };

    /// <summary>The same for the first characters of a text.</summary>
    public static string? WhyNotCsv(ReadOnlySpan<char> start) => start.TrimStart() switch
    {
        ['<', ..] => "This is an HTML or XML file, not a CSV file.",
        ['{', ..] or ['[', '{', ..] => "This is a JSON file, not a CSV file.",
        _ => null,
    };
}
