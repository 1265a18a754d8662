using System.IO.Compression;
using System.Text;
using PaymentsApp.Banking.Remittances;
using PaymentsApp.Payments.Remittances;

namespace PaymentsApp.Tests.Banking.Remittances;

/// <summary>What customers write about what they paid, as letters, tables and files.</summary>
public sealed class RemittanceReaderTests
{
    private static readonly RemittanceItem[] Items =
    [
        new("INV-10431", 250_00), new("INV-10432", 1_234_50), new("INV-10440", 80_00), new("INV-10507", 99_95), new("CN-77", -30_00),
    ];

    [Fact]
    public void A_pasted_list_names_invoices_and_amounts()
    {
        var advice = Read("Hi, we paid today:\nINV-10431   250.00\nINV-10432   1,234.50\n\nThanks, Anna");

        Assert.Equal([("INV-10431", 250_00), ("INV-10432", 1_234_50)], Named(advice));
        Assert.Equal(2, advice.Lines[0].Row);
    }

    [Theory]
    [InlineData("INV-10431 250,00\nINV-10432 1.234,50", '.')]
    [InlineData("INV-10431  $250.00\nINV-10432  $1,234.50", ',')]
    [InlineData("inv 10431: 250.00 USD\ninv 10432: 1,234.50 USD", '.')]
    [InlineData("Invoice\tDate\tPaid\nINV-10431\t11/02/2026\t250.00\nINV-10432\t11/03/2026\t1,234.50", '.')]
    [InlineData("Number;Amount\nINV-10431;250,00\nINV-10432;1.234,50\n", '.')]
    [InlineData("Invoice,Paid\nINV-10431,250.00\nINV-10432,1234.50\n", '.')]
    [InlineData("Number,Amount\n\"INV-10431\",\"250.00\"\n\"INV-10432\",\"1,234.50\"\n", '.')]
    public void Whatever_way_it_is_written(string text, char usualSign) =>
        Assert.Equal([("INV-10431", 250_00), ("INV-10432", 1_234_50)], Named(Read(text, sign: usualSign)));

    [Fact]
    public void Numbers_without_amounts_mean_the_invoices_in_full() =>
        Assert.Equal([("INV-10431", null), ("INV-10440", null)], Read("for INV-10431 and INV-10440").Lines.Select(line => (line.Reference, line.AmountMinor)));

    [Fact]
    public void Of_gross_discount_and_net_that_column_is_taken_whose_sum_was_received()
    {
        const string text = "Document\tGross\tDiscount\tNet\nINV-10431\t250.00\t5.00\t245.00\nINV-10440\t80.00\t0.00\t80.00\nTotal\t330.00\t5.00\t325.00";

        Assert.Equal([("INV-10431", 245_00), ("INV-10440", 80_00)], Named(Read(text, received: 325_00)));
        Assert.Equal([("INV-10431", 250_00), ("INV-10440", 80_00)], Named(Read(text, received: 330_00)));
        Assert.Equal(325_00, Read(text, received: 325_00).StatedMinor);
    }

    [Fact]
    public void A_credit_note_is_taken_off_whether_it_has_a_minus_or_not()
    {
        Assert.Equal([("INV-10431", 250_00), ("CN-77", -30_00)], Named(Read("INV-10431  250.00\nCN-77  -30.00")));
        Assert.Equal([("INV-10431", 250_00), ("CN-77", -30_00)], Named(Read("INV-10431  250.00\nCN-77  30.00")));
        Assert.Equal([("INV-10431", 250_00), ("CN-77", -30_00)], Named(Read("INV-10431  250.00\nCN-77  (30.00)")));
    }

    [Fact]
    public void What_names_nothing_that_is_open_is_told_with_what_it_may_mean()
    {
        var advice = Read("Invoice;Amount\nINV-10431;250.00\nINV-19999;12.00\nINV-1O507;99.95\nINV-10452;80.00\n");

        Assert.Equal([("INV-10431", 0), ("INV-19999", null), ("INV-10507", 3), ("INV-10452", null)], advice.Lines.Select(line => (line.Reference, line.Item)));
        Assert.Null(advice.Lines[1].Similar);
    }

    [Fact]
    public void A_number_of_digits_alone_is_what_was_meant_only_if_a_person_says_so()
    {
        var line = Assert.Single(Read("Invoice;Amount\n10507;99.95\n").Lines);

        Assert.Equal(("10507", (int?)null, (int?)3, (long?)99_95), (line.Reference, line.Item, line.Similar, line.AmountMinor));
    }

    [Fact]
    public void The_total_of_a_letter_is_no_invoice()
    {
        var advice = Read("Remittance 20261123\nCheck no. 104311 dated 11/20/2026\nINV-10431   250.00\nINV-10440    80.00\nTotal paid  330.00");

        Assert.Equal([("INV-10431", 250_00), ("INV-10440", 80_00)], Named(advice));
        Assert.Equal(330_00, advice.StatedMinor);
    }

    [Fact]
    public void An_amount_is_never_taken_for_an_invoice_of_that_number()
    {
        RemittanceItem[] items = [new("1003", 55_00), new("100300", 20_00)];

        var advice = RemittanceReader.Read("1003   1,003.00\n"u8.ToArray(), new RemittanceQuestion("USD", items, null, '.'), default);

        Assert.Equal([("1003", 1_003_00)], Named(advice));
    }

    [Fact]
    public void A_sheet_gives_its_numbers_exactly()
    {
        var advice = RemittanceReader.Read(Workbook(), Question(), default);

        Assert.Equal([("INV-10431", 250_00), ("INV-10507", 99_95)], Named(advice));
    }

    [Fact]
    public void A_pdf_with_text_is_read()
    {
        var advice = RemittanceReader.Read(RemittancePdf.Of([["Invoice", "Amount"], ["INV-10431", "250.00"], ["INV-10432", "1,234.50"], ["Total", "1,484.50"]]), Question(), default);

        Assert.Equal([("INV-10431", 250_00), ("INV-10432", 1_234_50)], Named(advice));
        Assert.Equal(1_484_50, advice.StatedMinor);
    }

    [Theory]
    [InlineData("%PDF-1.7 not really", "PDF")]
    [InlineData("PK\u0003\u0004 torn", "damaged")]
    [InlineData("\u0000\u0001\u0002\u0003", "no text")]
    [InlineData("Dear all, thank you.", "No invoice number")]
    public void What_cannot_be_read_is_refused_with_a_reason(string text, string reason) =>
        Assert.Contains(reason, Assert.IsType<string>(Read(text).Problem), StringComparison.Ordinal);

    [Fact]
    public void A_pdf_that_unpacks_without_end_is_refused()
    {
        var before = GC.GetTotalAllocatedBytes(precise: true);

        var problem = RemittanceReader.Read(RemittancePdf.Bomb(), Question(), default).Problem;

        Assert.Contains("unpacks", problem, StringComparison.Ordinal);
        Assert.InRange(GC.GetTotalAllocatedBytes(precise: true) - before, 0, 400_000_000);
    }

    [Fact]
    public void A_text_of_too_many_rows_is_refused() =>
        Assert.Contains("rows", Read(string.Concat(Enumerable.Repeat("a\n", RemittanceRows.RowsMax + 1))).Problem, StringComparison.Ordinal);

    [Fact]
    public void Torn_and_mixed_up_files_end_with_an_answer()
    {
        var random = new Random(20_261_123);
        byte[][] files =
        [
            Workbook(), RemittancePdf.Of([["INV-10431", "250.00"], ["INV-10432", "1,234.50"]]),
            Encoding.UTF8.GetBytes("Invoice;Gross;Net\nINV-10431;250,00;245,00\nINV-10432;1.234,50;1.234,50\n"),
        ];
        for (var round = 0; round < 300; round++)
        {
            var bytes = files[round % files.Length].ToArray();
            for (var change = 0; change < 1 + (round % 5); change++)
            {
                bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            }

            var advice = RemittanceReader.Read(bytes[..random.Next(1, bytes.Length + 1)], Question(), default);

            Assert.True(advice.Problem is not null || advice.Lines.Count > 0, $"round {round}");
        }
    }

    private static RemittanceQuestion Question(long? received = null, char sign = '.') => new("USD", Items, received, sign);

    private static RemittanceAdvice Read(string text, long? received = null, char sign = '.') => RemittanceReader.Read(Encoding.UTF8.GetBytes(text), Question(received, sign), default);

    private static IEnumerable<(string Reference, long? Minor)> Named(RemittanceAdvice advice)
    {
        Assert.Null(advice.Problem);
        Assert.All(advice.Lines, line => Assert.NotNull(line.Item));
        return advice.Lines.Select(line => (line.Reference, line.AmountMinor));
    }

    private static byte[] Workbook()
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            Add("xl/workbook.xml", "<workbook xmlns:r='r'><sheets><sheet name='S' r:id='rId1'/></sheets></workbook>");
            Add("xl/_rels/workbook.xml.rels", "<Relationships><Relationship Id='rId1' Target='worksheets/sheet1.xml'/></Relationships>");
            Add("xl/worksheets/sheet1.xml", "<worksheet><sheetData><row r='1'><c r='A1' t='inlineStr'><is><t>Invoice</t></is></c><c r='B1' t='inlineStr'><is><t>Paid</t></is></c></row>"
                + "<row r='2'><c r='A2' t='inlineStr'><is><t>INV-10431</t></is></c><c r='B2'><v>250</v></c></row>"
                + "<row r='3'><c r='A3' t='inlineStr'><is><t>INV-10507</t></is></c><c r='B3'><v>99.950000000000003</v></c></row></sheetData></worksheet>");

            void Add(string name, string text)
            {
                using var member = zip.CreateEntry(name).Open();
                member.Write(Encoding.UTF8.GetBytes(text));
            }
        }

        return stream.ToArray();
    }
}
