using System.Text;
using System.Text.RegularExpressions;

namespace PaymentsApp.Banking.Reading;

/// <summary>
/// A file as text that still knows its bytes: any place in the text can be given as byte and line of the file.
/// UTF-8 and UTF-16 by their marks, else what the file declares, else UTF-8 if the bytes are that, else Windows-1252,
/// which has a letter for every byte, so nothing is lost.
/// </summary>
internal sealed partial class SourceText
{
    private const int Stride = 64;

    private readonly List<int> _byteAt = []; // of every Stride-th character
    private readonly List<int> _lineAt = []; // first character of each line
    private readonly Func<char, int> _width;
    private readonly int _preamble;
    private readonly bool _isByteEach; // every letter is one byte, as in most files

    static SourceText() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    private SourceText(string text, int preamble, Func<char, int> width)
    {
        Text = text;
        _width = width;
        _preamble = preamble;
        _isByteEach = Ascii.IsValid(text) ? width('a') == 1 : width('\uFFFF') == 1;
        for (var i = -1; (i = NextLine(text, i)) >= 0;)
        {
            _lineAt.Add(i);
        }

        var at = preamble + (_isByteEach ? text.Length : 0);
        for (var i = 0; i < text.Length && !_isByteEach; i++)
        {
            if (i % Stride == 0)
            {
                _byteAt.Add(at);
            }

            at += width(text[i]);
        }

        ByteCount = at;
    }

    public string Text { get; }

    public int ByteCount { get; }

    public int Lines => _lineAt.Count;

    /// <param name="bytes">The file.</param>
    /// <param name="declared">Name of the encoding that the file gives itself; taken when it is known and fits.</param>
    public static SourceText Decode(ReadOnlySpan<byte> bytes, string? declared = null)
    {
        if (bytes is [0xEF, 0xBB, 0xBF, ..])
        {
            bytes = bytes[3..];
            return IsUtf8(bytes) ? new SourceText(Encoding.UTF8.GetString(bytes), 3, Utf8Width) : Single(bytes, 1252, 3);
        }

        if (bytes is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..])
        {
            return Wide(bytes[2..], isLittle: bytes[0] == 0xFF, 2);
        }

        // "<?" in two bytes each, without a mark.
        if (bytes is [0x3C, 0, _, 0, ..] or [0, 0x3C, 0, _, ..])
        {
            return Wide(bytes, isLittle: bytes[0] == 0x3C, 0);
        }

        if (IsUtf8(bytes))
        {
            return new SourceText(Encoding.UTF8.GetString(bytes), 0, Utf8Width);
        }

        return Single(bytes, CodePageOf(declared), 0);
    }

    /// <summary>The name after <c>encoding=</c> or <c>CHARSET:</c> in the first kilobyte; null when there is none.</summary>
    public static string? DeclaredEncoding(ReadOnlySpan<byte> bytes)
    {
        var head = Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, 1024)]);
        var match = Declaration().Match(head);
        return match.Success ? match.Groups["name"].Value : null;
    }

    public SourcePosition At(int index, int length = 0)
    {
        index = Math.Clamp(index, 0, Text.Length);
        var from = ByteOf(index);
        return new SourcePosition(from, LineOf(index), length == 0 ? 0 : ByteOf(Math.Min(index + length, Text.Length)) - from);
    }

    /// <summary>Character of a line and column as XmlReader counts them, both from 1.</summary>
    public int IndexOf(int line, int column) =>
        line < 1 ? 0 : Math.Min(Text.Length, _lineAt[Math.Min(line, _lineAt.Count) - 1] + Math.Max(0, column - 1));

    public int LineOf(int index)
    {
        var found = _lineAt.BinarySearch(index);
        return found >= 0 ? found + 1 : ~found;
    }

    private static bool IsUtf8(ReadOnlySpan<byte> bytes) => System.Text.Unicode.Utf8.IsValid(bytes);

    private static int Utf8Width(char c) => c < 0x80 ? 1 : c < 0x800 || char.IsSurrogate(c) ? 2 : 3;

    private static SourceText Wide(ReadOnlySpan<byte> bytes, bool isLittle, int preamble) =>
        new((isLittle ? Encoding.Unicode : Encoding.BigEndianUnicode).GetString(bytes), preamble, static _ => 2);

    private static SourceText Single(ReadOnlySpan<byte> bytes, int codePage, int preamble) =>
        new(Encoding.GetEncoding(codePage).GetString(bytes), preamble, static _ => 1);

    // Only code pages of one byte a letter: then no byte is lost and every place can be found again.
    private static int CodePageOf(string? declared) => declared?.ToUpperInvariant() switch
    {
        "ISO-8859-2" or "LATIN2" => 28592,
        "ISO-8859-5" => 28595,
        "ISO-8859-7" => 28597,
        "ISO-8859-9" => 28599,
        "ISO-8859-15" => 28605,
        "1250" or "WINDOWS-1250" or "CP1250" => 1250,
        "1251" or "WINDOWS-1251" or "CP1251" => 1251,
        "1253" or "WINDOWS-1253" => 1253,
        "1254" or "WINDOWS-1254" => 1254,
        "1257" or "WINDOWS-1257" => 1257,
        "IBM437" or "437" or "CP437" => 437,
        "IBM850" or "850" or "CP850" => 850,
        "IBM852" or "852" => 852,
        "IBM866" or "866" => 866,
        "MACINTOSH" or "X-MAC-ROMAN" => 10000,
        _ => 1252,
    };

    // As XmlReader counts: CR, LF and CR LF each end one line. The first line begins at 0.
    private static int NextLine(string text, int from)
    {
        if (from < 0)
        {
            return 0;
        }

        var end = text.AsSpan(from).IndexOfAny('\r', '\n');
        if (end < 0)
        {
            return -1;
        }

        end += from + 1;
        return text[end - 1] == '\r' && end < text.Length && text[end] == '\n' ? end + 1 : end;
    }

    private int ByteOf(int index)
    {
        if (_isByteEach)
        {
            return _preamble + index;
        }

        if (_byteAt.Count == 0 || index >= Text.Length)
        {
            return ByteCount;
        }

        var block = index / Stride;
        var at = _byteAt[block];
        for (var i = block * Stride; i < index; i++)
        {
            at += _width(Text[i]);
        }

        return at;
    }

    [GeneratedRegex("""(?:encoding\s*=\s*["']|\bCHARSET:\s*)(?<name>[A-Za-z0-9_.:-]+)""", RegexOptions.IgnoreCase)]
    private static partial Regex Declaration();
}
