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

    /// <summary>The first page as it is printed, at 72 dots an inch: red, green and blue of the point (x, y) from the upper left corner.</summary>
    public static async Task<Func<int, int, (byte Red, byte Green, byte Blue)>> PixelsOfAsync(byte[] pdf)
    {
        var program = Programs.Find(["pdftoppm"]);
        Needs.That(program is not null, orElse: "pdftoppm is not installed (Debian: apt-get install poppler-utils)");
        using var folder = new TemporaryFolder();
        var (file, picture) = (folder.File("document.pdf"), folder.File("page"));
        await File.WriteAllBytesAsync(file, pdf);
        await Programs.RunAsync(program!, ["-r", "72", "-singlefile", file, picture], CancellationToken.None);

        // "P6", width, height and 255, each with one blank behind it; then three bytes a pixel.
        var bytes = await File.ReadAllBytesAsync($"{picture}.ppm");
        var (at, words) = (0, new List<string>());
        for (; words.Count < 4; at++)
        {
            var end = Array.FindIndex(bytes, at, letter => letter is (byte)' ' or (byte)'\n');
            words.Add(System.Text.Encoding.ASCII.GetString(bytes, at, end - at));
            at = end;
        }

        var width = int.Parse(words[1], System.Globalization.CultureInfo.InvariantCulture);
        return (x, y) => (bytes[at + (((y * width) + x) * 3)], bytes[at + (((y * width) + x) * 3) + 1], bytes[at + (((y * width) + x) * 3) + 2]);
    }
}
