namespace PaymentsApp.Documents;

/// <summary>The fonts of documents: those of the configuration, DejaVu Sans of the system, or Helvetica. Read once, when first used.</summary>
public sealed partial class PdfFonts
{
    private const long BytesMax = 64 * 1024 * 1024;

    // Debian's package fonts-dejavu-core; other systems keep it elsewhere.
    private static readonly string[] Folders =
    [
        "/usr/share/fonts/truetype/dejavu", "/usr/share/fonts/dejavu-sans-fonts", "/usr/share/fonts/dejavu", "/usr/share/fonts/TTF", "/usr/local/share/fonts",
    ];

    private readonly Lazy<(TrueTypeFont? Regular, TrueTypeFont? Bold)> _files;

    /// <param name="options">Which font is wanted.</param>
    /// <param name="log">Hears of a font that cannot be used.</param>
    public PdfFonts(DocumentOptions options, ILogger<PdfFonts> log) =>
        _files = new(() => Find(options, LooksInSystem ? Folders : [], log));

    /// <summary>False as on a system without DejaVu.</summary>
    internal bool LooksInSystem { get; init; } = true;

    /// <summary>Fonts for one new document.</summary>
    public (PdfFont Regular, PdfFont Bold) ForDocument() =>
    (
        _files.Value.Regular is { } regular ? new EmbeddedFont(regular, "PAYAPR") : new StandardFont(isBold: false),
        _files.Value.Bold is { } bold ? new EmbeddedFont(bold, "PAYAPB") : new StandardFont(isBold: true)
    );

    private static (TrueTypeFont? Regular, TrueTypeFont? Bold) Find(DocumentOptions options, string[] folders, ILogger log)
    {
        if (options.Font.Length > 0 && Read(options.Font, log) is { } configured)
        {
            return (configured, options.BoldFont.Length > 0 ? Read(options.BoldFont, log) ?? configured : configured);
        }

        var folder = Array.Find(folders, folder => File.Exists(Path.Combine(folder, "DejaVuSans.ttf")));
        if (folder is null || Read(Path.Combine(folder, "DejaVuSans.ttf"), log) is not { } regular)
        {
            LogHelvetica(log);
            return (null, null);
        }

        var bold = Path.Combine(folder, "DejaVuSans-Bold.ttf");
        return (regular, File.Exists(bold) ? Read(bold, log) ?? regular : regular);
    }

    private static TrueTypeFont? Read(string path, ILogger log)
    {
        try
        {
            return new FileInfo(path).Length <= BytesMax ? new TrueTypeFont(File.ReadAllBytes(path)) : throw new InvalidDataException("The file is too large for a font.");
        }
        catch (Exception e) when (e is IOException or InvalidDataException or ArgumentException or UnauthorizedAccessException or KeyNotFoundException)
        {
            LogUnusable(log, e, path);
            return null;
        }
    }

    [LoggerMessage(EventId = 9001, Level = LogLevel.Warning, Message = "The font {Path} cannot be used for documents.")]
    private static partial void LogUnusable(ILogger log, Exception exception, string path);

    [LoggerMessage(EventId = 9002, Level = LogLevel.Warning,
        Message = "No font for documents: they use Helvetica, which has Western European letters only. Install fonts-dejavu-core or set Documents:Font.")]
    private static partial void LogHelvetica(ILogger log);
}
