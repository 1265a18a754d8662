using System.Text;
using PaymentsApp.Invoicing.Import;
using PaymentsApp.Tests.Support;

namespace PaymentsApp.Tests.Invoicing.Import;

/// <summary>Files that are refused as a whole, each with a sentence that says why.</summary>
public sealed class ImportFileTests : IDisposable
{
    private const string Header = "Invoice number,Customer,Amount\n";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void An_empty_file_is_refused() => Assert.Equal("The file is empty.", Refusal(""));

    [Fact]
    public void A_file_of_blank_lines_is_refused() => Assert.Equal("The file is empty.", Refusal("\n \n\n"));

    [Fact]
    public void A_header_without_lines_is_refused() => Assert.Contains("no lines below it", Refusal(Header));

    [Theory]
    [InlineData("PK\u0003\u0004rest", "Excel workbook")]
    [InlineData("%PDF-1.7", "PDF")]
    [InlineData("<html><body>1,2</body></html>", "HTML")]
    [InlineData("{\"invoices\": [1, 2, 3]}", "JSON")]
    [InlineData("[{\"number\": 1}]", "JSON")]
    [InlineData("SQLite format 3", "database")]
    [InlineData("just some words\nand more words\n", "not a CSV file")]
    public void Another_kind_of_file_is_named(string text, string expected) => Assert.Contains(expected, Refusal(text));

    [Fact]
    public void Binary_content_is_refused()
    {
        var random = new Random(7);
        var bytes = new byte[100_000];
        random.NextBytes(bytes);

        Assert.NotEmpty(Refusal(bytes));
    }

    [Fact]
    public void Nul_characters_are_refused_with_their_line() =>
        Assert.Equal(
            "Line 3 contains a NUL character. The file is damaged or not a text file.",
            Refusal(Header + "1,A,10.00\n2,B\0,20.00\n"));

    [Fact]
    public void A_line_of_100_MB_is_refused_in_little_memory()
    {
        var path = _folder.File("long.csv");
        using (var file = new StreamWriter(path))
        {
            file.Write(Header);
            var block = new string('x', 1024 * 1024);
            for (var i = 0; i < 100; i++)
            {
                file.Write(block);
            }
        }

        var before = GC.GetAllocatedBytesForCurrentThread();
        var refusal = Assert.Throws<ImportFileException>(() => FileAnalysis.Read(path, null, null, default));

        Assert.Equal("Line 2 is longer than 65,536 characters. This is not a CSV file with one invoice per line.", refusal.Message);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 16 * 1024 * 1024);
    }

    [Fact]
    public void A_quotation_mark_that_is_never_closed_is_refused_in_little_memory()
    {
        var lines = new StringBuilder(Header + "1,\"A,10.00\n");
        for (var i = 0; i < 200_000; i++)
        {
            lines.Append("2,B,20.00\n");
        }

        Assert.Contains("closing quotation mark is missing", Refusal(lines.ToString()));
    }

    [Fact]
    public void Bytes_that_are_not_utf8_are_refused_and_windows_1252_is_offered()
    {
        byte[] bytes = [.. Encoding.ASCII.GetBytes(Header + "1,M"), 0xFC, .. Encoding.ASCII.GetBytes("ller,10.00\n")];
        var path = Write(bytes);

        var refusal = Assert.Throws<ImportFileException>(() => FileAnalysis.Read(path, null, null, default));
        var read = FileAnalysis.Read(path, TextEncodings.Windows1252, null, default);

        Assert.True(refusal.WantsEncoding);
        Assert.Contains("not UTF-8", refusal.Message);
        Assert.Equal("Müller", read.Preview[0].Cells[1]);
    }

    [Fact]
    public void Wrong_bytes_behind_a_byte_order_mark_are_refused_too()
    {
        byte[] bytes = [0xEF, 0xBB, 0xBF, .. Encoding.ASCII.GetBytes(Header + "1,M"), 0xFC, .. Encoding.ASCII.GetBytes("ller,10.00\n")];

        Assert.Contains("not UTF-8", Refusal(bytes));
    }

    [Fact]
    public void Every_unicode_encoding_is_read()
    {
        const string Text = "Rechnungsnummer;Kunde;Betrag\nR-1;Müller;10,00\n";
        foreach (var bytes in new byte[][]
        {
            Encoding.UTF8.GetBytes(Text),
            [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(Text)],
            [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(Text)],
            [.. Encoding.BigEndianUnicode.Preamble, .. Encoding.BigEndianUnicode.GetBytes(Text)],
            Encoding.Unicode.GetBytes(Text),
        })
        {
            var file = FileAnalysis.Read(Write(bytes), null, null, default);

            Assert.Equal(["Rechnungsnummer", "Kunde", "Betrag"], file.Columns.Select(column => column.Header));
            Assert.Equal(["R-1", "Müller", "10,00"], file.Preview[0].Cells);
        }
    }

    [Fact]
    public void Utf_32_and_unknown_encodings_are_named()
    {
        Assert.Contains("UTF-32", Refusal([.. Encoding.UTF32.Preamble, .. Encoding.UTF32.GetBytes(Header)]));
        var path = Write(Encoding.ASCII.GetBytes(Header + "1,A,1.00\n"));
        Assert.Contains("ebcdic", Assert.Throws<ImportFileException>(() => FileAnalysis.Read(path, "ebcdic", null, default)).Message);
    }

    [Fact]
    public void Ten_thousand_columns_are_refused() =>
        Assert.Contains("more than 500 columns", Refusal(string.Join(',', Enumerable.Range(0, 10_000)) + "\n1,2\n"));

    [Theory]
    [InlineData(',')]
    [InlineData(';')]
    [InlineData('\t')]
    [InlineData('|')]
    public void The_separator_is_found_by_how_evenly_it_cuts(char delimiter)
    {
        var lines = new StringBuilder($"Number{delimiter}Customer{delimiter}Amount\n");
        for (var i = 0; i < 20; i++)
        {
            lines.Append(i).Append(delimiter).Append("\"Smith, Jones; Sons | Co\"").Append(delimiter).Append("\"1,5\"\n");
        }

        Assert.Equal(delimiter, Read(lines.ToString()).Source.Delimiter);
    }

    [Fact]
    public void Excels_own_separator_line_is_passed_over()
    {
        var file = Read("sep=;\nNumber;Customer;Amount\n1;A;2,50\n");

        Assert.Equal(3, file.Columns.Count);
        Assert.Equal(2, file.HeaderLine);
    }

    [Fact]
    public void Quotes_and_line_breaks_inside_values_keep_the_line_numbers_right()
    {
        var file = Read(Header + "1,\"A \"\"quoted\"\"\nname\",10.00\n\n2,B,20.00\n");

        Assert.Equal([2L, 5L], file.Preview.Select(line => line.Number));
        Assert.Equal("A \"quoted\"\nname", file.Preview[0].Cells[1]);
        Assert.Equal(2, file.Lines);
    }

    [Fact]
    public void Windows_line_ends_count_as_one()
    {
        var file = Read((Header + "1,A,10.00\n2,B,20.00\n").Replace("\n", "\r\n", StringComparison.Ordinal));

        Assert.Equal([2L, 3L], file.Preview.Select(line => line.Number));
    }

    private string Refusal(string text) => Refusal(Encoding.UTF8.GetBytes(text));

    private string Refusal(byte[] bytes)
    {
        var path = Write(bytes);
        return Assert.Throws<ImportFileException>(() => FileAnalysis.Read(path, null, null, default)).Message;
    }

    private FileAnalysis Read(string text) => FileAnalysis.Read(Write(Encoding.UTF8.GetBytes(text)), null, null, default);

    private string Write(byte[] bytes)
    {
        var path = _folder.File("file.csv");
        File.WriteAllBytes(path, bytes);
        return path;
    }
}
