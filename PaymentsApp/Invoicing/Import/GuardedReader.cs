using System.Globalization;
using System.Text;

namespace PaymentsApp.Invoicing.Import;

/// <summary>
/// Hands on a file's text and refuses what no CSV has: NUL characters, bytes that are not the file's
/// encoding, lines without end. Memory stays at one buffer however long a line is.
/// </summary>
public sealed class GuardedReader(StreamReader inner) : TextReader
{
    private readonly StreamReader _inner = inner;
    private int _line = 1;
    private int _lineLength;

    public override int Read(char[] buffer, int index, int count)
    {
        int read;
        try
        {
            read = _inner.Read(buffer, index, count);
        }
        catch (DecoderFallbackException)
        {
            throw NotItsEncoding();
        }

        Check(buffer.AsSpan(index, read));
        return read;
    }

    public override int Read()
    {
        Span<char> one = stackalloc char[1];
        return Read(one) == 0 ? -1 : one[0];
    }

    public override int Read(Span<char> buffer)
    {
        int read;
        try
        {
            read = _inner.Read(buffer);
        }
        catch (DecoderFallbackException)
        {
            throw NotItsEncoding();
        }

        Check(buffer[..read]);
        return read;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _inner.Dispose();
        }

        base.Dispose(disposing);
    }

    private void Check(ReadOnlySpan<char> text)
    {
        while (text.Length > 0)
        {
            var end = text.IndexOfAny('\n', '\r');
            var part = end < 0 ? text : text[..end];
            if (part.Contains('\0'))
            {
                throw new ImportFileException(
                    $"Line {Line} contains a NUL character. The file is damaged or not a text file.");
            }

            _lineLength += part.Length;
            if (_lineLength > ImportLimits.LineLength)
            {
                throw new ImportFileException(string.Create(
                    CultureInfo.InvariantCulture,
                    $"Line {_line} is longer than {ImportLimits.LineLength:N0} characters. This is not a CSV file with one invoice per line."));
            }

            if (end < 0)
            {
                return;
            }

            _line += text[end] == '\n' ? 1 : 0; // \r\n is one line end; \r alone is rare and only miscounted
            _lineLength = 0;
            text = text[(end + 1)..];
        }
    }

    // The decoder stops somewhere in its buffer, so the line is only about right.
    private ImportFileException NotItsEncoding() => new(
        $"After line {Line} the file has bytes that are not {_inner.CurrentEncoding.WebName.ToUpperInvariant()} text. "
            + "If accented letters come from an older Windows program, read it as Windows-1252.",
        wantsEncoding: true);

    private string Line => _line.ToString(CultureInfo.InvariantCulture);
}
