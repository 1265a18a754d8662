using System.IO.Compression;
using System.Text;
using PaymentsApp.Banking;

namespace PaymentsApp.Tests.Banking.Reading;

/// <summary>CSV, XLSX and zip.</summary>
public sealed class TableReaderTests
{
    [Theory]
    [InlineData("Date,Amount,Description\n2026-01-31,\"1,234.50\",A\n", 123450)]
    [InlineData("Buchungstag;Betrag (EUR);Verwendungszweck\n31.01.2026;1.234,50;A\n", 123450)]
    [InlineData("sep=;\nDatum;Betrag;Name\n31.01.2026;-1 234,50 €;A\n", -123450)]
    [InlineData("Date\tAmount\tText\n31/01/2026\t($12.00)\tA\n", -1200)]
    [InlineData("Date,Amount,Text\n31-Jan-2026,12.00-,A\n", -1200)]
    [InlineData("Date,Amount,Text\n2026-01-31,\u221212.00,A\n", -1200)]
    [InlineData("Date,Amount,Text\n2026-01-31,1’000.00,A\n", 100000)]
    [InlineData("Date,Paid out,Paid in\n2026-01-31,5.00,\n", -500)]
    [InlineData("Date,Amount,D/C\n2026-01-31,5.00,D\n", -500)]
    [InlineData("Datum;Bedrag;Af Bij\n20260131;5,00;Bij\n", 500)]
    public void Amounts_are_read_in_every_writing(string text, long minor)
    {
        var entry = Assert.Single(Reading.Statement(text).Entries);

        Assert.Equal((minor, new DateOnly(2026, 1, 31)), (entry.AmountMinor, entry.BookedOn!.Value));
    }

    [Fact]
    public void Preamble_empty_lines_quotes_and_totals_are_told_from_movements()
    {
        var statement = Reading.Statement(
            "Account Number: DE02120300000000202051,,\n\nDate,Description,Amount\n2026-01-30,\"A \"\"quoted\"\",\nname\",10.00\n,,\n2026-01-31,B,-4.00\nTotal,,6.00\nno date,C,3.00\n");

        Assert.Equal("DE02120300000000202051", statement.Account);
        Assert.Equal([1000, -400], statement.Entries.Select(entry => entry.AmountMinor));
        Assert.Equal("A \"quoted\",\nname", statement.Entries[0].RemittanceText);
        Assert.Equal((3, 1), (statement.RawEntries, statement.ReportedEntries));
        Assert.NotNull(statement.Finding(BankFindingKind.LeftOut));
    }

    [Fact]
    public void A_balance_column_checks_the_rows_in_either_order()
    {
        var newestFirst = Reading.Statement("Date,Text,Amount,Balance\n2026-01-31,B,-4.00,106.00\n2026-01-30,A,10.00,110.00\n");
        Assert.Equal((10000, 10600), (newestFirst.Opening!.AmountMinor, newestFirst.Closing!.AmountMinor));
        Assert.DoesNotContain(newestFirst.Findings, finding => finding.Kind == BankFindingKind.BalanceDifference);

        var wrong = Reading.Statement("Date,Text,Amount,Balance\n2026-01-30,A,10.00,110.00\n2026-01-31,B,-4.00,105.00\n");
        Assert.Equal(-100, wrong.Finding(BankFindingKind.BalanceDifference)?.DifferenceMinor);
    }

    [Fact]
    public void Dates_of_a_column_are_decided_together()
    {
        Assert.Equal(new DateOnly(2026, 2, 1), Reading.Statement("Date,Amount\n02/01/2026,1.00\n02/13/2026,2.00\n").Entries[0].BookedOn);
        Assert.Equal(new DateOnly(2026, 1, 2), Reading.Statement("Date,Amount\n02/01/2026,1.00\n13/01/2026,2.00\n").Entries[0].BookedOn);
        var ordered = Reading.Statement("Date,Amount\n01/02/2026,1.00\n03/02/2026,2.00\n05/02/2026,2.00\n01/03/2026,2.00\n");
        Assert.Equal(new DateOnly(2026, 2, 1), ordered.Entries[0].BookedOn);
        Assert.NotNull(ordered.Finding(BankFindingKind.Assumed));
    }

    [Theory]
    [InlineData("Date,Amount\n01/02/2026,1.00\n", "dates", "mdy")]
    [InlineData("Date;Amount\n2026-01-31;1.000\n", "decimals", "comma")]
    [InlineData("2026-01-31,1.00,7.50\n2026-01-31,2.00,9.75\n", "amount", "2")]
    public void What_stays_open_is_asked_and_the_answer_is_taken(string text, string key, string answer)
    {
        var asks = Assert.IsType<BankFileReading.Asks>(Reading.Of(text));

        Assert.Contains(answer, Assert.Single(asks.Questions, question => question.Key == key).Options.Select(option => option.Value));
        Assert.IsType<BankFileReading.Read>(Reading.Of(text, new BankFileChoices { Answers = new Dictionary<string, string> { [key] = answer } }));
    }

    [Theory]
    [InlineData("")]
    [InlineData("a,b\nc,d\n")]
    [InlineData("%PDF-1.7 2026-01-01,1.00")]
    [InlineData("Date,Amount\n2026-01-31,\"1.00\n")]
    public void What_is_no_bank_file_is_refused(string text) => Assert.NotEmpty(Reading.Refusal(text));

    [Fact]
    public void A_workbook_gives_days_and_exact_amounts()
    {
        var statement = Assert.Single(Read(Zip(
            ("xl/workbook.xml", "<workbook xmlns:r='r'><sheets><sheet name='S' r:id='rId1'/></sheets></workbook>"),
            ("xl/_rels/workbook.xml.rels", "<Relationships><Relationship Id='rId1' Target='worksheets/sheet1.xml'/></Relationships>"),
            ("xl/sharedStrings.xml", "<sst><si><t>Date</t></si><si><r><t>Am</t></r><r><t>ount</t></r></si><si><t>Payee</t></si></sst>"),
            ("xl/styles.xml", "<styleSheet><cellXfs><xf numFmtId='0'/><xf numFmtId='14'/></cellXfs></styleSheet>"),
            ("xl/worksheets/sheet1.xml", "<worksheet><sheetData><row r='1'><c r='A1' t='s'><v>0</v></c><c r='B1' t='s'><v>1</v></c><c r='C1' t='s'><v>2</v></c></row>"
                + "<row r='2'><c r='A2' s='1'><v>46053</v></c><c r='B2'><v>33.299999999999997</v></c><c r='C2' t='inlineStr'><is><t>A</t></is></c></row></sheetData></worksheet>"))));
        var entry = Assert.Single(statement.Entries);

        Assert.Equal((new DateOnly(2026, 1, 31), 3330, "A", 2), (entry.BookedOn!.Value, entry.AmountMinor, entry.PayerName, entry.At.Line));
        Assert.DoesNotContain(statement.Findings, finding => finding.Kind == BankFindingKind.AmountNotExact);
    }

    [Fact]
    public void A_zip_gives_the_statements_of_its_files()
    {
        var statements = Read(Zip(("a.csv", "Date,Amount\n2026-01-31,1.00\n"), ("b.sta", ":20:S\n:25:1\n:60F:C260101EUR1,\n:62F:C260101EUR1,\n")));

        Assert.Equal([("a.csv", "CSV"), ("b.sta", "MT940")], statements.Select(statement => (statement.Member, statement.Format)));
    }

    [Fact]
    public void A_zip_that_unpacks_without_end_is_refused()
    {
        var bomb = Zip(("a.csv", new string('0', 40 * 1024 * 1024)));

        Assert.Contains("unpacks", Assert.IsType<BankFileReading.Refused>(Reading.Of(bomb)).Reason);
    }

    private static IReadOnlyList<BankStatement> Read(byte[] bytes) => Assert.IsType<BankFileReading.Read>(Reading.Of(bytes)).File.Statements;

    private static byte[] Zip(params (string Name, string Text)[] members)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, text) in members)
            {
                using var member = zip.CreateEntry(name).Open();
                member.Write(Encoding.UTF8.GetBytes(text));
            }
        }

        return stream.ToArray();
    }
}
