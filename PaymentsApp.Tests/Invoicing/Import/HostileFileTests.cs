using System.Text;
using PaymentsApp.Invoicing.Import;
using PaymentsApp.Tests.Support;

namespace PaymentsApp.Tests.Invoicing.Import;

/// <summary>Whatever the bytes are, a file is read or refused with a sentence; nothing else happens, and not for long.</summary>
public sealed class HostileFileTests : IDisposable
{
    private const string Good = "Invoice number,Customer number,Amount,Currency,Invoice date,Description\n1,C1,\"1,234.50\",USD,1/26/2026,\"Full \"\"page\"\"\"\n2,C2,7,JPY,2/27/2026,x\n";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Two_thousand_damaged_files_are_read_or_refused()
    {
        var random = new Random(20261122);
        for (var round = 0; round < 2000; round++)
        {
            var bytes = Damaged(random, Encoding.UTF8.GetBytes(Good));

            ReadOrRefuse(bytes);
        }
    }

    [Fact]
    public void Old_line_ends_are_read()
    {
        var lines = new StringBuilder("Invoice number,Customer,Amount\r");
        for (var i = 0; i < 20_000; i++)
        {
            lines.Append(i).Append(",C1,10.00\r");
        }

        Assert.Equal(20_000, Read(Encoding.UTF8.GetBytes(lines.ToString())).Lines);
    }

    [Fact]
    public void Ten_megabytes_of_quotation_marks_end_soon()
    {
        var refusal = ReadOrRefuse(Encoding.UTF8.GetBytes(Good + new string('"', 10_000_000)));

        Assert.NotNull(refusal);
    }

    [Fact]
    public void Ten_megabytes_of_separators_end_soon() => Assert.NotNull(ReadOrRefuse(Encoding.UTF8.GetBytes(new string(',', 10_000_000))));

    // Bytes turned, cut out, doubled, and signs that mean something to a reader put anywhere.
    private static byte[] Damaged(Random random, byte[] good)
    {
        var bytes = good.ToList();
        const string Signs = "\",;\t|\r\n\0'=+-@\u00ff\ufeff";
        for (var hits = random.Next(1, 12); hits > 0 && bytes.Count > 1; hits--)
        {
            var at = random.Next(bytes.Count);
            switch (random.Next(4))
            {
                case 0:
                    bytes[at] = (byte)random.Next(256);
                    break;
                case 1:
                    bytes.RemoveRange(at, Math.Min(random.Next(1, 20), bytes.Count - at));
                    break;
                case 2:
                    bytes.InsertRange(at, bytes.GetRange(at, Math.Min(random.Next(1, 40), bytes.Count - at)));
                    break;
                default:
                    bytes.InsertRange(at, Encoding.UTF8.GetBytes(Signs[random.Next(Signs.Length)].ToString()));
                    break;
            }
        }

        return [.. bytes];
    }

    private string? ReadOrRefuse(byte[] bytes)
    {
        try
        {
            var file = Read(bytes);
            var plan = ImportPlan.Make(file, new ImportChoices { Currency = "USD", DecimalMark = '.', OpenDateOrder = DateOrder.MonthDayYear });
            var parser = new LineParser(plan, new DateOnly(2026, 11, 22));
            foreach (var line in file.Source.Read().Skip(1))
            {
                var invoice = parser.Parse(line, out var problems);
                Assert.Equal(invoice is null, problems.Count > 0);
                Assert.True(invoice is null || invoice.Total.Minor > 0);
            }

            return null;
        }
        catch (ImportFileException e)
        {
            Assert.EndsWith(".", e.Message);
            return e.Message;
        }
    }

    private FileAnalysis Read(byte[] bytes)
    {
        var path = _folder.File("file.csv");
        File.WriteAllBytes(path, bytes);
        return FileAnalysis.Read(path, null, null, default);
    }
}
