using PaymentsApp.Banking;

namespace PaymentsApp.Tests.Banking.Reading;

/// <summary>BAI2, NACHA, EDI 820 and lockbox files.</summary>
public sealed class AmericanReadersTests
{
    [Fact]
    public void A_BAI2_file_is_read_with_its_funds_types_texts_and_totals()
    {
        var statement = Reading.Statement(
            "01,121140399,9999999999,260102,1015,1,80,1,2/\n02,9999999999,121140399,1,260101,1015,KWD,2/\n03,123,,010,1000,,,015,3500,,/\n"
            + "16,165,2000,S,500,500,1000,BANK1,CUST1,DATES 13/05/24 AND INV 4711\n88,MORE TEXT/\n16,475,500,V,260105,,B2,1001,/\n16,195,1000,,,,WIRE/\n"
            + "49,7000,6/\n98,7000,1,8/\n99,7000,1,10/\n");

        Assert.Equal([2000, -500, 1000], statement.Entries.Select(entry => entry.AmountMinor));
        Assert.Equal(("BANK1", "CUST1", "DATES 13/05/24 AND INV 4711 MORE TEXT"), (statement.Entries[0].BankId, statement.Entries[0].CustomerReference, statement.Entries[0].RemittanceText));
        Assert.Equal((new DateOnly(2026, 1, 5), "1001", "KWD"), (statement.Entries[1].ValueOn, statement.Entries[1].CheckNumber, statement.Entries[1].Currency));
        Assert.Equal("The control total of the account is 7000; its amounts are 8000.", Assert.Single(statement.Findings).Message);
    }

    [Fact]
    public void Several_BAI2_records_may_stand_on_one_line()
    {
        var statement = Reading.Statement("01,1,2,260102,1015,1,,,2/   02,2,1,1,260101,1015,,2/\n03,123,USD/ 16,165,2000,,,,A/ 16,165,1,,,,B/\n49,2001,4/\n98,2001,1,6/\n99,2001,1,8/");

        Assert.Equal([2000, 1], statement.Entries.Select(entry => entry.AmountMinor));
    }

    [Fact]
    public void A_credit_by_ACH_names_the_company_and_its_820()
    {
        var order = @"RMR*IV*INV-1**100.00\RMR*IV*INV-2**23.45\";
        var statement = Reading.Statement(Nacha("CTX", "622", 12345, $"705{order,-80}00010000001", "220", 0, 12345));
        var entry = Assert.Single(statement.Entries);

        Assert.Equal((12345, "PAYER COMPANY", "121042880000001"), (entry.AmountMinor, entry.PayerName, entry.BankId));
        Assert.Equal([("INV-1", (long?)10000), ("INV-2", 2345)], entry.Documents.Select(document => (document.Number, document.PaidMinor)));
        Assert.Empty(statement.Findings);
    }

    [Fact]
    public void A_return_by_ACH_names_reason_and_original()
    {
        var statement = Reading.Statement(Nacha("WEB", "626", 4565, "799R01091400600000003      09140060NO FUNDS                                    091400600000003", "225", 4565, 0));
        var entry = Assert.Single(statement.Entries);

        Assert.Equal((-4565, true, "R01", "091400600000003"), (entry.AmountMinor, entry.IsReversal, entry.ReturnReason, entry.EndToEndId));
        Assert.Equal(BankFindingKind.Returned, Assert.Single(statement.Findings).Kind);
    }

    [Fact]
    public void Wrong_controls_of_ACH_are_found()
    {
        var statement = Reading.Statement(Nacha("PPD", "622", 100, null, "220", 0, 250));

        Assert.Equal([150, 150], statement.Findings.Where(finding => finding.Kind == BankFindingKind.SumDifference).Select(finding => finding.DifferenceMinor));
        Assert.False(statement.MayBeAppliedAutomatically);
    }

    [Fact]
    public void An_820_with_other_separators_names_payer_and_items()
    {
        var statement = Reading.Statement(
            @"ISA|00|          |00|          |01|123454321      |01|012341234      |260116|2359|U|00401|987600111|0|P|:^GS|RA|1|2|20260116|2359|7|X|004010^"
            + @"ST|820|0001^BPR|C|77.77|C|ACH|CTX|01|234056789|DA|0099109999|123454321||01|045678099|DA|1008973899|20260117^TRN|1|T-77^N1|PR|WHIZCO INC^"
            + @"ENT|1^RMR|IV|A1|PO|50.00|55.00|5.00^RMR|IV|A2|PO|27.77^SE|8|0001^GE|1|7^IEA|1|987600111^");
        var entry = Assert.Single(statement.Entries);

        Assert.Equal((7777, "WHIZCO INC", "0099109999", "T-77"), (entry.AmountMinor, entry.PayerName, entry.PayerAccount, entry.EndToEndId));
        Assert.Equal([("A1", 5000, 5500, 500), ("A2", (long?)2777, null, (long?)null)], entry.Documents.Select(d => (d.Number, d.PaidMinor, d.GrossMinor, d.DiscountMinor)));
        Assert.Empty(statement.Findings);
    }

    [Fact]
    public void Items_that_are_not_the_payment_are_reported()
    {
        var statement = Reading.Statement("ISA*00*          *00*          *01*1              *01*2              *260116*2359*U*00401*000000001*0*P*>~GS*RA*1*2*20260116*2359*7*X*004010~ST*820*0001~BPR*I*100*C*CHK~RMR*IV*A1**90.00~SE*4*0001~GE*1*7~IEA*1*000000001~");

        Assert.Equal(1000, statement.Finding(BankFindingKind.SumDifference)?.DifferenceMinor);
        Assert.Equal(BankEntryStatus.Information, statement.Entries[0].Status);
    }

    [Fact]
    public void A_lockbox_gives_checks_with_their_invoices()
    {
        var statement = Reading.Statement(
            "100ABCDEFGHIJ00999999911605231800\n2ABCDEFGHIJ0099999991000000000040008000801\n50000000022222160523ABCDEFGHIJ0099999991\n"
            + "6001001000070000005500270700123455550000000180051616BOB E SMITH                   MY BUSINESS COMPANY\n40010016019CE554     0000070000\n"
            + "60010020000O0000005500270700123455550000000181051616SCAN NOISE\n700100000222221605230020000700000\n8000000002222216052300020000700000\n9000009\n");
        var entry = Assert.Single(statement.Entries);

        Assert.Equal(("0022222", 700000, "BOB E SMITH", "055002707", "180"), (statement.Account, entry.AmountMinor, entry.PayerName, entry.PayerBank, entry.CheckNumber));
        Assert.Equal(("CE554", (long?)70000), (entry.Documents[0].Number, entry.Documents[0].PaidMinor));
        Assert.Equal((2, 1), (statement.RawEntries, statement.ReportedEntries));
        Assert.Equal(BankFindingKind.EntryNotRead, Assert.Single(statement.Findings).Kind);
    }

    private static string Nacha(string kind, string code, long cents, string? addenda, string serviceClass, long debits, long credits)
    {
        var records = addenda is null ? 1 : 2;
        var name = kind == "CTX" ? "0001Receiver Co       " : "Receiver Co           ";
        return string.Join('\n', new[]
        {
            "101 031300012 2313801041908161055A094101Federal Reserve Bank   My Bank Name           12345678",
            $"5{serviceClass}PAYER COMPANY                       231380104 {kind}PAYMENT   190816190817   1121042880000001",
            $"{code}23138010412345678         {cents:D10}45689033       {name}  {(addenda is null ? 0 : 1)}121042880000001",
            addenda,
            $"8{serviceClass}{records:D6}0023138010{debits:D12}{credits:D12}231380104                          121042880000001",
            $"9000001000001{records:D8}0023138010{debits:D12}{credits:D12}{"",39}",
        }.OfType<string>());
    }
}
