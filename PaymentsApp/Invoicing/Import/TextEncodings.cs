using System.Text;

namespace PaymentsApp.Invoicing.Import;

/// <summary>
/// The encodings a file may have. UTF-8 is the rule and is checked to the last byte; UTF-16 shows itself
/// by its byte order mark; Windows-1252 accepts any byte, so it is never assumed, only chosen.
/// </summary>
public static class TextEncodings
{
    public const string Utf8 = "utf-8";
    public const string Utf16 = "utf-16";
    public const string Windows1252 = "windows-1252";

    public static IReadOnlyList<string> Names { get; } = [Utf8, Utf16, Windows1252];

    /// <param name="start">The file's first bytes.</param>
    /// <param name="chosen">One of <see cref="Names"/>, or null to find out.</param>
    /// <exception cref="ImportFileException">The file has an encoding that is not read here.</exception>
    public static Encoding Find(ReadOnlySpan<byte> start, string? chosen)
    {
        if (start is [0xFF, 0xFE, 0x00, 0x00, ..] or [0x00, 0x00, 0xFE, 0xFF, ..])
        {
            throw new ImportFileException("The file is UTF-32 text. Save it as CSV UTF-8 and import that file.");
        }

        return chosen switch
        {
            null when start is [0xFF, 0xFE, ..] => NewUtf16(bigEndian: false),
            null when start is [0xFE, 0xFF, ..] => NewUtf16(bigEndian: true),
            null when LooksLikeUtf16(start, zeroAt: 1) => NewUtf16(bigEndian: false),
            null when LooksLikeUtf16(start, zeroAt: 0) => NewUtf16(bigEndian: true),
            null or Utf8 => new UTF8Encoding(encoderShouldEmitUTF8Identifier: true, throwOnInvalidBytes: true),
            Utf16 => NewUtf16(bigEndian: start is [0xFE, 0xFF, ..]),
            Windows1252 => CodePagesEncodingProvider.Instance.GetEncoding(1252)
                ?? throw new InvalidOperationException("The runtime has no Windows-1252."),
            _ => throw new ImportFileException(
                $"The encoding “{chosen}” is not known here. Known are {string.Join(", ", Names)}."),
        };
    }

    private static UnicodeEncoding NewUtf16(bool bigEndian) =>
        new(bigEndian, byteOrderMark: true, throwOnInvalidBytes: true);

    // Mostly Latin letters in UTF-16 without a byte order mark: every second byte is zero.
    private static bool LooksLikeUtf16(ReadOnlySpan<byte> start, int zeroAt)
    {
        if (start.Length < 8)
        {
            return false;
        }

        int zeros = 0, others = 0;
        for (var i = 0; i + 1 < start.Length; i += 2)
        {
            zeros += start[i + zeroAt] == 0 ? 1 : 0;
            others += start[i + 1 - zeroAt] == 0 ? 1 : 0;
        }

        return others == 0 && zeros * 2 * 10 >= start.Length * 9;
    }
}
