using PaymentsApp.Banking;

namespace PaymentsApp.Tests.Banking.Reading;

public sealed class MtReaderTests
{
    private const string Head = ":20:S\n:25:NL77INGB0574908765EUR\n:28C:12/3\n:60F:C260101EUR100,00\n";

    [Theory]
    [InlineData("2601020102C1234,NTRFNONREF", 123400)]
    [InlineData("2601020102C,5NTRFNONREF", 50)]
    [InlineData("2601020102C1.234,56NTRFNONREF", 123456)]
    [InlineData("260102C000000000300.00NMSCNONREF", 30000)]
    [InlineData("260102    DD212,39NMSCNONREF//", -21239)]
    [InlineData("2601020102DR6,00N024NONREF", -600)]
    [InlineData("2601020102RC6,00N024NONREF", -600)]
    [InlineData("2601020102RD6,00N024NONREF", 600)]
    [InlineData("2601020102CR5,00N024NONREF", 500)]
    [InlineData("2601020102CN220000,00//19239782213", 22000000)]
    [InlineData("2601020102D20,00NONREF", -2000)]
    public void Amount_and_side_of_an_entry(string line, long minor)
    {
        var entry = Assert.Single(Read($":61:{line}\n").Entries);

        Assert.Equal((minor, line.Contains("RC6", StringComparison.Ordinal) || line.Contains("RD6", StringComparison.Ordinal)), (entry.AmountMinor, entry.IsReversal));
    }

    [Theory]
    [InlineData("2601020102C1,00NTRFABC//B1", "2026-01-02", "2026-01-02")]
    [InlineData("2601021231C1,00NTRFABC//B1", "2025-12-31", "2026-01-02")]
    [InlineData("2512310102C1,00NTRFABC//B1", "2026-01-02", "2025-12-31")]
    [InlineData("2602300301C1,00NTRFABC//B1", "2026-03-01", "2026-02-28")]
    public void The_entry_date_has_the_year_nearest_to_the_value_date(string line, string booked, string value)
    {
        var entry = Assert.Single(Read($":61:{line}\n").Entries);

        Assert.Equal((DateOnly.Parse(booked), DateOnly.Parse(value)), (entry.BookedOn, entry.ValueOn));
        Assert.Equal(("ABC", "B1"), (entry.CustomerReference, entry.BankId));
    }

    [Fact]
    public void German_subfields_are_put_together()
    {
        var entry = Read(":61:2601020102C230,00N051NONREF\n:86:166?00GUTSCHRIFT?100004772?20EREF+SCP 100 / 0082002528?21SVWZ+D 8\n"
            + "03020001000145464 +?221000145463 RG 12?30OLBODEH2XXX?31D\nE59280200501000000000?32EWE VERTRIEB?33 GmbH\n").Entries[0];

        Assert.Equal(("EWE VERTRIEB GmbH", "DE59280200501000000000", "OLBODEH2XXX"), (entry.PayerName, entry.PayerAccount, entry.PayerBank));
        Assert.Equal(("SCP 100 / 0082002528", "D 803020001000145464 +1000145463 RG 12", "GUTSCHRIFT"), (entry.EndToEndId, entry.RemittanceText, entry.BankText));
    }

    [Fact]
    public void Dutch_words_between_slashes_are_read_over_wrapped_lines()
    {
        var entry = Read(":61:2601020102C1,56NTRFEREF//00000000001\n005\n/TRCD/00100/\n:86:/EREF/EV12341REP1231456T1234//CNTP/NL32INGB0000012345/INGBNL2\n"
            + "A/ING BANK NV INZAKE WEB///REMI/USTD//EV10001REP1000000T1000/\n").Entries[0];

        Assert.Equal(("ING BANK NV INZAKE WEB", "NL32INGB0000012345", "INGBNL2A"), (entry.PayerName, entry.PayerAccount, entry.PayerBank));
        Assert.Equal(("EV12341REP1231456T1234", "EV10001REP1000000T1000", "00000000001005"), (entry.EndToEndId, entry.RemittanceText, entry.BankId));
    }

    [Fact]
    public void Other_words_between_slashes_are_read_too()
    {
        var entry = Read(":61:2601020102D62,63N247NONREF\n:86:/TRTP/SEPA INCASSO/CSID/NL36ZZZ123456780000\n/NAME/X B.V./MARF/59990/REMI//INV/1511 1.1\n"
            + "2.2016/IBAN/NL37DEUT0123456789/BIC/DEUTNL2AXXX/EREF/NOTPROV\nIDED\n").Entries[0];

        Assert.Equal(("X B.V.", "NL37DEUT0123456789", "59990", null), (entry.PayerName, entry.PayerAccount, entry.MandateId, entry.EndToEndId));
        Assert.Equal("INV/1511 1.12.2016", entry.RemittanceText);
    }

    [Fact]
    public void Text_that_looks_like_a_tag_or_an_end_stays_text()
    {
        var statement = Read(":61:2601020102C1,00NTRFNONREF\n:86:order of 12-09-2014T16\n:26:37 and\n-\nmore\n:61:2601020102C2,00NTRFNONREF\n:62F:C260102EUR103,00\n-\n");

        Assert.Equal(["order of 12-09-2014T16 :26:37 and - more", ""], statement.Entries.Select(entry => entry.RemittanceText));
        Assert.Empty(statement.Findings);
    }

    [Fact]
    public void Pages_are_statements_and_their_balances_are_checked()
    {
        var statements = Reading.Statements(
            "{1:F01POFICHBEAXXX0000000000}{2:I940XN}{4:\r\n:20:1\r\n:25:123\r\n:28C:9/1\r\n:60F:C260101CHF0,\r\n:61:2601020102C79,7FMSC1//NONREF\r\n:62M:C260102CHF79,7\r\n"
            + "-}{1:F01POFICHBEAXXX0000000000}{2:I940XN}{4:\r\n:20:2\r\n:25:123\r\n:28C:9/2\r\n:60M:C260102CHF79,7\r\n:61:2601020102D9,9FMSC2//NONREF\r\n:62F:C260102CHF70,\r\n-}");

        Assert.Equal([("9", "1", null), ("9", "2", (long?)20)], statements.Select(statement =>
            (statement.Number, statement.Page, statement.Finding(BankFindingKind.BalanceDifference)?.DifferenceMinor)));
        Assert.All(statements, statement => Assert.Equal("POFICHBE", statement.Bank));
    }

    [Fact]
    public void An_interim_report_counts_its_entries()
    {
        var statement = Reading.Statement(":20:S\n:25:PL1\n:28C:1/1\n:34F:PLN0\n:13D:2601191815+0100\n:61:2601190119CN0,01NTRFNONREF//MB1\n:90D:0PLN0,00\n:90C:3PLN0,03\n-\n");

        Assert.Equal("MT942", statement.Format);
        Assert.Equal(2, statement.Finding(BankFindingKind.CountDifference)?.DifferenceMinor);
        Assert.Equal(2, statement.Finding(BankFindingKind.SumDifference)?.DifferenceMinor);
    }

    [Fact]
    public void An_entry_that_cannot_be_read_is_reported_with_its_line()
    {
        var statement = Read(":61:2601020102C1,00NTRFA\n:61:garbage\n:86:lost?\n:61:2601020102C2,00NTRFB\n");

        Assert.Equal((3, 2), (statement.RawEntries, statement.ReadEntries));
        Assert.Equal(6, statement.Finding(BankFindingKind.EntryNotRead)?.At.Line);
        Assert.Equal("", statement.Entries[1].RemittanceText);
    }

    [Fact]
    public void An_amount_can_be_found_in_the_bytes_of_the_file()
    {
        var text = Head + ":61:2601020102C79,7FMSC1//NONREF\n";
        var at = Reading.Statement(text).Entries[0].ValuesAt.First(value => value.Field == BankField.Amount).At;

        Assert.Equal(("79,7", 5), (text.Substring(at.Offset, at.Length), at.Line));
    }

    private static BankStatement Read(string entries) => Reading.Statement(Head + entries);
}
