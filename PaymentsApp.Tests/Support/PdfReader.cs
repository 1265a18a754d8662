namespace PaymentsApp.Tests.Support;

/// <summary>Reads PDF files with another program than wrote them: poppler's tools.</summary>
internal static class PdfReader
{
    private const string Missing = "pdftotext is not installed (Debian: apt-get install poppler-utils)";

    private static readonly string? Program = Programs.Find(["pdftotext"]);

    /// <summary>What a reader sees, page after page, as far as possible where it stands.</summary>
    public static async Task<string> TextOfAsync(byte[] pdf)
    {
        Needs.That(Program is not null, orElse: Missing);
        using var folder = new TemporaryFolder();
        var (file, text) = (folder.File("document.pdf"), folder.File("document.txt"));
        await File.WriteAllBytesAsync(file, pdf);
        await Programs.RunAsync(Program!, ["-layout", file, text], CancellationToken.None);
        return await File.ReadAllTextAsync(text);
    }

    /// <summary>The pages, each as its text.</summary>
    public static async Task<IReadOnlyList<string>> PagesOfAsync(byte[] pdf) =>
        (await TextOfAsync(pdf)).Split('\f', StringSplitOptions.RemoveEmptyEntries);
}
