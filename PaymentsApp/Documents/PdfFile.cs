using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace PaymentsApp.Documents;

/// <summary>The objects of one PDF file and where they stand (ISO 32000-1, chapter 7). Each is written at once; only its place is kept.</summary>
internal sealed class PdfFile
{
    private readonly Stream _target;
    private readonly List<long> _offsets = [];
    private long _position;

    public PdfFile(Stream target)
    {
        _target = target;
        Write("%PDF-1.7\n%\u00E2\u00E3\u00CF\u00D3\n"); // the second line tells programs that look at the first bytes that this is no text
    }

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
    public int AddStream(string entries, ReadOnlySpan<byte> data) => AddRaw($"/Filter /FlateDecode {entries}", Pack(data));

    /// <summary>An object with data that is packed already.</summary>
    /// <param name="entries">What its dictionary holds beside the length; its filter too.</param>
    /// <param name="data">As it is written.</param>
    public int AddRaw(string entries, ReadOnlySpan<byte> data)
    {
        var id = Reserve();
        Begin(id);
        Write($"<< /Length {data.Length} {entries} >>\nstream\n");
        _target.Write(data);
        _position += data.Length;
        Write("\nendstream\nendobj\n");
        return id;
    }

    /// <summary>For the filter FlateDecode.</summary>
    public static byte[] Pack(ReadOnlySpan<byte> data)
    {
        using var packed = new MemoryStream();
        using (var deflate = new ZLibStream(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            deflate.Write(data);
        }

        return packed.ToArray();
    }

    /// <summary>Writes the end of the file.</summary>
    public void Finish(int catalog, int information)
    {
        var table = _position;
        Write(string.Create(CultureInfo.InvariantCulture, $"xref\n0 {_offsets.Count + 1}\n0000000000 65535 f \n"));
        foreach (var offset in _offsets)
        {
            Write(string.Create(CultureInfo.InvariantCulture, $"{offset:D10} 00000 n \n"));
        }

        Write($"trailer\n<< /Size {_offsets.Count + 1} /Root {catalog} 0 R /Info {information} 0 R >>\nstartxref\n{table}\n%%EOF\n");
    }

    private void Begin(int id)
    {
        _offsets[id - 1] = _position;
        Write($"{id} 0 obj\n");
    }

    private void Write(string text)
    {
        var bytes = Encoding.Latin1.GetBytes(text);
        _target.Write(bytes);
        _position += bytes.Length;
    }
}
