using PaymentsApp.Banking;

namespace PaymentsApp.Tests.Banking.Reading;

public sealed class CamtReaderTests
{
    private const string Head = "<Id>S1</Id><Acct><Id><IBAN>DE02120300000000202051</IBAN></Id><Ccy>EUR</Ccy></Acct>";

    [Theory]
    [InlineData("<Document xmlns='urn:iso:std:iso:20022:tech:xsd:camt.053.001.02'>", "</Document>", "camt.053.001.02")]
    [InlineData("<Document xmlns='urn:iso:std:iso:20022:tech:xsd:camt.053.001.13'>", "</Document>", "camt.053.001.13")]
    [InlineData("<Document>", "</Document>", "camt.053")]
    [InlineData("<Document xmlns='urn:nonsense'>", "</Document>", "camt.053")]
    [InlineData("<Envelope><Document xmlns='urn:iso:std:iso:20022:tech:xsd:camt.053.001.08'>", "</Document></Envelope>", "camt.053.001.08")]
    public void Any_version_and_any_namespace_is_read(string open, string close, string format)
    {
        var statement = Reading.Statement($"{open}<BkToCstmrStmt><Stmt>{Head}{Entry("10.00")}</Stmt></BkToCstmrStmt>{close}");

        Assert.Equal(format, statement.Format);
        Assert.Equal("DE02120300000000202051", statement.Account);
        Assert.Equal(1000, Assert.Single(statement.Entries).AmountMinor);
    }

    [Fact]
    public void A_prefix_makes_no_difference()
    {
        var statement = Reading.Statement(
            "<c:Document xmlns:c='urn:iso:std:iso:20022:tech:xsd:camt.053.001.04'><c:BkToCstmrStmt><c:Stmt><c:Id>S1</c:Id>"
            + "<c:Ntry><c:Amt Ccy='JPY'>1500</c:Amt><c:CdtDbtInd>DBIT</c:CdtDbtInd><c:RvslInd>true</c:RvslInd></c:Ntry></c:Stmt></c:BkToCstmrStmt></c:Document>");

        var entry = Assert.Single(statement.Entries);
        Assert.Equal((-1500, "JPY", true), (entry.AmountMinor, entry.Currency, entry.IsReversal));
    }

    [Fact]
    public void A_batch_becomes_its_payments_with_their_own_amounts()
    {
        var entries = Read(Entry("30.00", Detail("10.00", "A", "E1") + Detail("20.00", "B", "E2"))).Entries;

        Assert.Equal([(1000, "A", "E1"), (2000, "B", "E2")], entries.Select(entry => (entry.AmountMinor, entry.PayerName, entry.EndToEndId)));
        Assert.Equal([new BankBatch(1, 3000, 1, 2), new BankBatch(1, 3000, 2, 2)], entries.Select(entry => entry.Batch));
    }

    [Fact]
    public void The_text_of_a_batch_is_not_copied_to_each_of_its_payments()
    {
        var entries = Read(Entry("30.00", Detail("10.00", "A", "E1") + Detail("20.00", "B", "E2"), "<AddtlNtryInf>Collective</AddtlNtryInf>")).Entries;

        Assert.All(entries, entry => Assert.Empty(entry.RemittanceText));
    }

    [Fact]
    public void Payments_that_are_not_the_batch_leave_a_rest_and_a_finding()
    {
        var statement = Read(Entry("30.00", Detail("10.00", "A", "E1") + Detail("15.00", "B", "E2")));

        Assert.Equal([1000, 1500, 500], statement.Entries.Select(entry => entry.AmountMinor));
        Assert.Equal(500, statement.Finding(BankFindingKind.DetailsDiffer)?.DifferenceMinor);
        Assert.False(statement.MayBeAppliedAutomatically);
    }

    [Fact]
    public void A_part_of_140_letters_runs_on_in_the_next_and_a_shorter_one_ends_a_word()
    {
        var full = new string('x', 137) + "INV";
        var ustrd = $"<RmtInf><Ustrd>{full}</Ustrd><Ustrd>-4711</Ustrd><Ustrd>thanks</Ustrd></RmtInf>";

        Assert.Equal(full + "-4711 thanks", Read(Entry("1.00", $"<TxDtls>{ustrd}</TxDtls>")).Entries[0].RemittanceText);
    }

    [Fact]
    public void A_balance_that_does_not_add_up_is_a_finding_with_the_difference()
    {
        var statement = Read(Balance("OPBD", "100.00") + Balance("CLBD", "120.00") + Entry("10.00"));

        Assert.Equal((10000, 12000), (statement.Opening!.AmountMinor, statement.Closing!.AmountMinor));
        Assert.Equal(1000, statement.Finding(BankFindingKind.BalanceDifference)?.DifferenceMinor);
    }

    [Fact]
    public void A_pending_entry_is_not_in_the_balance()
    {
        var statement = Read(Balance("PRCD", "100.00") + Balance("CLBD", "100.00") + Entry("10.00").Replace("BOOK", "PDNG"));

        Assert.Empty(statement.Findings);
        Assert.Equal(BankEntryStatus.Pending, statement.Entries[0].Status);
    }

    [Fact]
    public void Returned_direct_debits_name_the_debtor_and_the_reason_and_the_charge()
    {
        var detail = "<TxDtls><Refs><EndToEndId>E9</EndToEndId><MndtId>M1</MndtId></Refs><Amt Ccy='EUR'>53.00</Amt><CdtDbtInd>DBIT</CdtDbtInd>"
            + "<Chrgs><Amt Ccy='EUR'>3.00</Amt></Chrgs><RltdPties><Dbtr><Nm>Debtor</Nm></Dbtr><Cdtr><Nm>Us</Nm></Cdtr></RltdPties>"
            + "<RtrInf><Rsn><Cd>AC04</Cd></Rsn></RtrInf></TxDtls>";
        var entry = Read(Entry("53.00", detail).Replace("<CdtDbtInd>CRDT", "<CdtDbtInd>DBIT")).Entries[0];

        Assert.Equal((-5300, "Debtor", "AC04", "M1"), (entry.AmountMinor, entry.PayerName, entry.ReturnReason, entry.MandateId));
        Assert.Equal(300, Assert.Single(entry.Charges).AmountMinor);
    }

    [Fact]
    public void An_entry_without_an_amount_is_reported_and_not_lost()
    {
        var statement = Read(Entry("10.00") + Entry("ten"));

        Assert.Equal((2, 1, 1), (statement.RawEntries, statement.ReadEntries, statement.ReportedEntries));
        Assert.Equal(BankFindingKind.EntryNotRead, statement.Findings[0].Kind);
    }

    [Fact]
    public void Values_can_be_found_in_the_bytes_of_the_file()
    {
        var text = Document("<Acct><Ownr><Nm>Zoë</Nm></Ownr></Acct>" + Entry("12.34", Detail("12.34", "Jürgen €", "E1")));
        var bytes = System.Text.Encoding.UTF8.GetBytes(text);
        var places = Reading.Statement(text).Entries[0].ValuesAt.ToDictionary(value => value.Field, value => value.At);

        Assert.StartsWith("<EndToEndId>E1", System.Text.Encoding.UTF8.GetString(bytes[(places[BankField.EndToEndId].Offset - 1)..]));
        Assert.StartsWith("<Dbtr><Nm>Jürgen €", System.Text.Encoding.UTF8.GetString(bytes[(places[BankField.PayerName].Offset - 1)..]));
    }

    [Theory]
    [InlineData("<!DOCTYPE x [<!ENTITY e 'boom'>]><Document><BkToCstmrStmt><Stmt><Id>&e;</Id></Stmt></BkToCstmrStmt></Document>")]
    [InlineData("<!DOCTYPE x SYSTEM 'file:///etc/passwd'><Document><BkToCstmrStmt><Stmt/></BkToCstmrStmt></Document>")]
    public void A_document_type_is_refused(string text) => Assert.Contains("DTD", Reading.Refusal(text));

    [Fact]
    public void Depth_without_end_is_refused()
    {
        var deep = string.Concat(Enumerable.Repeat("<a>", 10_000));

        Assert.Contains("nested", Reading.Refusal($"<Document><BkToCstmrStmt><Stmt>{deep}"));
    }

    [Fact]
    public void A_cut_file_is_refused_with_its_line()
    {
        var refused = Assert.IsType<BankFileReading.Refused>(Reading.Of("<Document>\n<BkToCstmrStmt>\n<Stmt><Id>1</Id>\n"));

        Assert.Equal(4, refused.At?.Line);
    }

    [Fact]
    [Trait("Needs", "SharedData")]
    public void The_batch_of_the_Swiss_sample_is_read_as_its_makers_expect()
    {
        // expected/camt/...golden-camt053-txdtls.pydata: two payments, with the ISR reference each.
        var sample = Assert.Single(BankSample.All("camt"), sample => sample.File.EndsWith("test-camt053-txdtls", StringComparison.Ordinal));
        var statement = Assert.IsType<BankFileReading.Read>(Reading.Of(sample.Bytes)).File.Statements[0];

        Assert.Equal(
            [(218700, "CH2222000000123456789", "302388292000011111111111111"), (129600, "CH3333000000123456789", "302388292000022222222222222")],
            statement.Entries.Select(entry => (entry.AmountMinor, entry.PayerAccount, entry.Reference)));
        Assert.Equal(("CH1111000000123456789", 7596015L, 7944315L), (statement.Account, statement.Opening!.AmountMinor, statement.Closing!.AmountMinor));
    }

    private static BankStatement Read(string content) => Reading.Statement(Document(content));

    private static string Document(string content) =>
        $"<Document xmlns='urn:iso:std:iso:20022:tech:xsd:camt.053.001.08'><BkToCstmrStmt><Stmt>{Head}{content}</Stmt></BkToCstmrStmt></Document>";

    private static string Entry(string amount, string details = "", string more = "") =>
        $"<Ntry><Amt Ccy='EUR'>{amount}</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts><BookgDt><Dt>2026-01-02</Dt></BookgDt><NtryDtls>{details}</NtryDtls>{more}</Ntry>";

    private static string Detail(string amount, string name, string id) =>
        $"<TxDtls><Refs><EndToEndId>{id}</EndToEndId></Refs><Amt Ccy='EUR'>{amount}</Amt><CdtDbtInd>CRDT</CdtDbtInd><RltdPties><Dbtr><Nm>{name}</Nm></Dbtr></RltdPties></TxDtls>";

    private static string Balance(string code, string amount) =>
        $"<Bal><Tp><CdOrPrtry><Cd>{code}</Cd></CdOrPrtry></Tp><Amt Ccy='EUR'>{amount}</Amt><CdtDbtInd>CRDT</CdtDbtInd><Dt><Dt>2026-01-01</Dt></Dt></Bal>";
}
