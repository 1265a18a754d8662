using PaymentsApp.Banking;

namespace PaymentsApp.Tests.Banking;

public sealed class BankLinesTests
{
    private const string Iban = "DE02120300000000202051";

    [Fact]
    public void The_same_statement_again_has_nothing_new()
    {
        var statement = Statement("camt.053", Entry(100, "A"), Entry(100, "A"), Entry(200, "B"));

        Assert.All(BankLines.Compare(Known(statement), statement), line => Assert.Equal(BankLineVerdict.Known, line.Verdict));
    }

    [Fact]
    public void Two_equal_payments_of_a_day_stay_two()
    {
        var earlier = Statement("camt.052", Entry(100, "A"));
        var later = Statement("camt.053", Entry(100, "A"), Entry(100, "A"));

        Assert.Equal([BankLineVerdict.Known, BankLineVerdict.New], Verdicts(earlier, later));
    }

    [Fact]
    public void Overlapping_periods_add_only_what_is_new()
    {
        var later = Statement("camt.053", Entry(100, "A"), Entry(300, "C"), Entry(200, "B"));

        Assert.Equal([BankLineVerdict.Known, BankLineVerdict.New, BankLineVerdict.Known], Verdicts(Statement("camt.053", Entry(200, "B"), Entry(100, "A")), later));
    }

    [Fact]
    public void The_same_amount_from_another_payer_on_the_same_day_is_new()
    {
        var earlier = Statement("CSV", Entry(500, "") with { PayerName = "ACME" });
        var later = Statement("CSV", Entry(500, "") with { PayerName = "BETA" }, Entry(500, "") with { PayerName = "ACME" });

        Assert.Equal([BankLineVerdict.New, BankLineVerdict.Known], Verdicts(earlier, later));
    }

    [Fact]
    public void What_was_pending_during_the_day_is_booked_in_the_evening()
    {
        var pending = Entry(100, "A") with { Status = BankEntryStatus.Pending, BookedOn = null, EndToEndId = "E1" };
        var booked = Entry(100, "A, more text") with { EndToEndId = "E1" };

        Assert.Equal([BankLineVerdict.Books], Verdicts(Statement("camt.052", pending), Statement("camt.053", booked)));
    }

    [Fact]
    public void CAMT_and_MT940_of_one_day_are_one()
    {
        var camt = Statement("camt.053", Entry(100, "Invoice 4711") with { BankId = "B1", EndToEndId = "E1", PayerAccount = "NL01" }, Entry(500, "Invoice 9") with { BankId = "B2" });
        var swift = Statement("MT940", Entry(100, "INVOICE4711") with { EndToEndId = "E1" }, Entry(500, "something else")) with { Account = "12030000/202051" };

        Assert.Equal([BankLineVerdict.Known, BankLineVerdict.Similar], Verdicts(camt, swift));
    }

    [Fact]
    public void A_bank_id_with_other_content_is_kept_and_flagged()
    {
        var earlier = Statement("OFX", Entry(100, "A") with { BankId = "SAME" });
        var later = Statement("OFX", Entry(250, "B") with { BankId = "SAME" }, Entry(100, "A") with { BankId = "SAME" });

        var compared = BankLines.Compare(Known(earlier), later);

        Assert.Equal([BankLineVerdict.BankIdReused, BankLineVerdict.Known], compared.Select(line => line.Verdict));
        Assert.True(compared[0].IsKept);
    }

    [Fact]
    public void Another_account_is_another_matter()
    {
        var other = Statement("camt.053", Entry(100, "A")) with { Account = "DE89370400440532013000" };

        Assert.Equal([BankLineVerdict.New], Verdicts(other, Statement("camt.053", Entry(100, "A"))));
    }

    [Fact]
    public void Equal_amounts_with_different_payer_ids_are_different()
    {
        var earlier = Statement("camt.053", Entry(100, "Subscription") with { EndToEndId = "E1" });

        Assert.Equal([BankLineVerdict.New], Verdicts(earlier, Statement("camt.053", Entry(100, "Subscription") with { EndToEndId = "E2" })));
    }

    [Fact]
    public void The_order_of_entries_changes_nothing()
    {
        var earlier = Statement("camt.053", Entry(100, "A"), Entry(100, "B") with { BankId = "X" }, Entry(300, "C"));
        var later = Statement("camt.053", Entry(300, "C"), Entry(100, "B") with { BankId = "X" }, Entry(100, "D"), Entry(100, "A"));

        Assert.Equal(
            BankLines.Compare(Known(earlier), later).Select(line => (line.Entry.RemittanceText, line.Verdict)).Order(),
            BankLines.Compare(Known(earlier).AsEnumerable().Reverse(), later with { Entries = [.. later.Entries.Reverse()] }).Select(line => (line.Entry.RemittanceText, line.Verdict)).Order());
    }

    [Theory]
    [InlineData("DE02120300000000202051", "12030000/202051", true)]
    [InlineData("DE02120300000000202051", "DE02 1203 0000 0000 2020 51", true)]
    [InlineData("NL77INGB0574908765", "574908765", true)]
    [InlineData("0000123456", "123456", true)]
    [InlineData("DE02120300000000202051", "12030000/302051", false)]
    [InlineData("991234567", "1234567", false)]
    [InlineData("DE02120300000000202051", null, false)]
    public void An_account_is_known_in_every_writing(string account, string? other, bool areSame)
    {
        Assert.Equal(areSame, BankAccounts.AreSame(account, other));
        Assert.Equal(areSame, BankAccounts.AreSame(other, account));
    }

    private static IEnumerable<BankLineVerdict> Verdicts(BankStatement earlier, BankStatement later) =>
        BankLines.Compare(Known(earlier), later).Select(line => line.Verdict);

    private static List<BankLine> Known(BankStatement statement) =>
        [.. statement.Entries.Select(entry => new BankLine(statement.Account, statement.Format, "hash", entry))];

    private static BankStatement Statement(string format, params BankEntry[] entries) =>
        new() { Format = format, Account = Iban, Entries = entries, Findings = [], RawEntries = entries.Length, ReadEntries = entries.Length, At = default };

    private static BankEntry Entry(long minor, string text) => new()
    {
        AmountMinor = minor,
        Currency = "EUR",
        BookedOn = new DateOnly(2026, 1, 2),
        ValueOn = new DateOnly(2026, 1, 2),
        RemittanceText = text,
        At = default,
    };
}
