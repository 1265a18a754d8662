using PaymentsApp.Banking;

namespace PaymentsApp.Tests.Banking.Reading;

public sealed class OfxAndQifReaderTests
{
    [Theory]
    [InlineData("<STMTTRN><TRNTYPE>CREDIT<DTPOSTED>20260102120000.000[-3:BRT]<TRNAMT>12,50<FITID>F1<NAME>A & B < C<MEMO>inv 1</STMTTRN>")]
    [InlineData("<STMTTRN><TRNTYPE>CREDIT</TRNTYPE><DTPOSTED>20260102</DTPOSTED><TRNAMT>+12.50</TRNAMT><FITID>F1</FITID><NAME>A &amp; B &lt; C</NAME><MEMO>inv 1</MEMO><CHECKNUM/></STMTTRN>")]
    [InlineData("\n  <STMTTRN>\n <TRNTYPE>CREDIT\n <DTPOSTED>20260102\n <TRNAMT> 12.50 \n <FITID>F1\n <CHECKNUM>\n <NAME><![CDATA[A & B < C]]>\n <MEMO>inv 1\n </STMTTRN>\n")]
    public void Every_style_of_OFX_gives_the_same(string movement)
    {
        var entry = Assert.Single(Reading.Statement(Ofx(movement)).Entries);

        Assert.Equal((1250, "USD", new DateOnly(2026, 1, 2)), (entry.AmountMinor, entry.Currency, entry.BookedOn!.Value));
        Assert.Equal(("A & B < C", "inv 1", "F1", null), (entry.PayerName, entry.RemittanceText, entry.BankId, entry.CheckNumber));
    }

    [Fact]
    public void One_id_for_different_movements_keeps_them_all_and_says_so()
    {
        var statement = Reading.Statement(Ofx(string.Concat(new[] { "1.00", "2.00", "3.00" }.Select(amount =>
            $"<STMTTRN><DTPOSTED>20260102<TRNAMT>{amount}<FITID>SAME<NAME>X</STMTTRN>"))));

        Assert.Equal([100, 200, 300], statement.Entries.Select(entry => entry.AmountMinor));
        Assert.NotNull(statement.Finding(BankFindingKind.BankIdReused));
    }

    [Fact]
    public void A_movement_without_an_amount_is_reported()
    {
        var statement = Reading.Statement(Ofx("<STMTTRN><DTPOSTED>20260102<FITID>1</STMTTRN><STMTTRN><DTPOSTED>20260102<TRNAMT>5<FITID>2</STMTTRN>"));

        Assert.Equal((2, 1), (statement.RawEntries, statement.ReportedEntries));
    }

    [Theory]
    [InlineData("D1/ 2'04\nT1,234.56\n^\nD1/25'04\nT-2.00\n^\n", "2004-01-02", 123456)]
    [InlineData("D31.12'99\nT1.234,56\n^\nD25.01'99\nT-2,00\n^\n", "1999-12-31", 123456)]
    [InlineData("D2026-01-02\nT5.00\n^\n", "2026-01-02", 500)]
    public void Dates_and_amounts_of_QIF_are_decided_over_the_whole_file(string records, string day, long minor)
    {
        var entry = Reading.Statement("!Type:Bank\n" + records).Entries[0];

        Assert.Equal((DateOnly.Parse(day), minor), (entry.BookedOn!.Value, entry.AmountMinor));
    }

    [Fact]
    public void A_QIF_file_that_can_be_read_both_ways_asks_and_takes_the_answer()
    {
        const string Text = "!Type:Bank\nD01/02/2026\nT5.00\n^\n";

        var asks = Assert.IsType<BankFileReading.Asks>(Reading.Of(Text));
        Assert.Equal(["dmy", "mdy"], Assert.Single(asks.Questions).Options.Select(option => option.Value));
        var choices = new BankFileChoices { Answers = new Dictionary<string, string> { ["dates"] = "dmy" }, Currency = "EUR" };
        Assert.Equal((new DateOnly(2026, 2, 1), "EUR"), (Reading.Statement(Text, choices).Entries[0].BookedOn!.Value, Reading.Statement(Text, choices).Currency));
    }

    [Fact]
    public void Lists_in_QIF_are_no_movements()
    {
        var statement = Reading.Statement("!Type:Cat\nNBonus\nDBonus\nT\nI\n^\n!Account\nNGiro\nTBank\n^\n!Type:Bank\nD1/31/26\nT7.00\nPX\n^\n");

        Assert.Equal(("Giro", 700), (statement.Account, Assert.Single(statement.Entries).AmountMinor));
        Assert.Equal(2, statement.Findings.Count(finding => finding.Kind == BankFindingKind.LeftOut));
    }

    private static string Ofx(string movements) =>
        "OFXHEADER:100\nDATA:OFXSGML\nVERSION:102\nCHARSET:1252\n\n<OFX><BANKMSGSRSV1><STMTTRNRS><STMTRS><CURDEF>USD<BANKACCTFROM><BANKID>1<ACCTID>2</BANKACCTFROM>"
        + $"<BANKTRANLIST>{movements}</BANKTRANLIST><LEDGERBAL><BALAMT>10<DTASOF>20260102</LEDGERBAL></STMTRS></STMTTRNRS></BANKMSGSRSV1></OFX>";
}
