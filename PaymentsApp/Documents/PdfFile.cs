using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace PaymentsApp.Documents;

/// <summary>The objects of one PDF file and where they stand (ISO 32000-1, chapter 7).</summary>
internal sealed class PdfFile : IDisposable
{
    private readonly MemoryStream _bytes = new();
    private readonly List<long> _offsets = [];

    // The second line tells programs that look at the first bytes that this is no text.
    public PdfFile() => Write("%PDF-1.7\n%\u00E2\u00E3\u00CF\u00D3\n");

    /// <summary>A number as PDF writes it: at most three decimals, no exponent.</summary>
    public static string Number(double value) => value.ToString("0.###", CultureInfo.InvariantCulture);

    /// <summary>Any text as a string object, in UTF-16 with its mark.</summary>
    public static string Text(string text) => $"<FEFF{Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(text))}>";

    /// <summary>The number of an object that is written later.</summary>
    public int Reserve()
    {
        _offsets.Add(0);
        return _offsets.Count;
    }

    public int Add(string body)
    {
        var id = Reserve();
        Add(id, body);
        return id;
    }

    public void Add(int id, string body)
    {
        Begin(id);
        Write(body);
        Write("\nendobj\n");
    }

    /// <summary>An object with data, compressed.</summary>
    /// <param name="entries">What its dictionary holds beside length and filter.</param>
    /// <param name="data">As it is.</param>
    public int AddStream(string entries, ReadOnlySpan<byte> data)
    {
        using var packed = new MemoryStream();
        using (var deflate = new ZLibStream(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            deflate.Write(data);
        }

        var id = Reserve();
        Begin(id);
        Write($"<< /Filter /FlateDecode /Length {packed.Length} {entries} >>\nstream\n");
        packed.WriteTo(_bytes);
        Write("\nendstream\nendobj\n");
        return id;
    }

    /// <summary>The finished file.</summary>
    public byte[] Finish(int catalog, int information)
    {
        var table = _bytes.Position;
        Write(string.Create(CultureInfo.InvariantCulture, $"xref\n0 {_offsets.Count + 1}\n0000000000 65535 f \n"));
        foreach (var offset in _offsets)
        {
            Write(string.Create(CultureInfo.InvariantCulture, $"{offset:D10} 00000 n \n"));
        }

        Write($"trailer\n<< /Size {_offsets.Count + 1} /Root {catalog} 0 R /Info {information} 0 R >>\nstartxref\n{table}\n%%EOF\n");
        return _bytes.ToArray();
    }

    public void Dispose() => _bytes.Dispose();

    private void Begin(int id)
    {
        _offsets[id - 1] = _bytes.Position;
        Write($"{id} 0 obj\n");
    }

    private void Write(string text) => _bytes.Write(Encoding.Latin1.GetBytes(text));
}
