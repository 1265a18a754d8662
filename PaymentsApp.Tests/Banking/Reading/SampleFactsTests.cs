using System.Globalization;
using PaymentsApp.Banking;

namespace PaymentsApp.Tests.Banking.Reading;

/// <summary>Every real file against what a plain scan of its text counted. Where both differ, the raw file was read and the reason stands here.</summary>
[Trait("Needs", "SharedData")]
public sealed class SampleFactsTests
{
    // End of the file's name, what is not compared, why.
    private static readonly (string File, string Not, string Why)[] Settled =
    [
        ("Rabo__sample", "credit,debit,balance", "three statements are in yen, which has no decimals; the scan added dollars, euros and yen as if all had two"),
        ("sepa_snippet_broken.sta", "statements,balance", "a :20: stands between the two halves: opening and closing balance are of different messages"),
        ("camt.053.001.07.xml", "statements", "a statement with balances and without entries; the scan did not look into its envelope"),
        ("empty_entry_date.sta", "statements,credit", "a lone :61: without any head; the scan added only entries below a balance"),
        ("self-provided__sparkassen.sta", "statements,credit", "as above"),
        ("currency_in_25.sta", "statements", "a lone :25:; the scan counted balances"),
        ("available_balance.sta", "statements", "a lone :64:"),
        ("account_identification_legacy.sta", "statements", "a lone :25:"),
        ("account_balance_debit.sta", "statements", "a lone :60F:"),
        ("raphaelm.sta", "balance", "the closing balances lack a currency, the scan skipped them; all three add up"),
        ("test_ofx_wrong.ofx", "debit", "the 90.00 stands in a comment; the movement around it has no amount and is reported"),
        ("fidelity-savings.ofx", "credit,debit", "115.8331 dollars: four decimals are rounded to cents and each is reported"),
        ("abc-all.qif", "entries", "the scan counted categories, accounts, classes and memorised items too"),
        ("bogus.qif", "entries", "as above"),
        ("bai2__test__testdata__sample3.txt", "statements,entries", "several records stand on one line; the scan counted those at the beginning of a line"),
        ("Example1_MortgageBankers.txt", "entries", "one payment with two items; the scan counted items"),
        ("Example5_Wikipedia.txt", "entries", "one payment with three items; the scan counted items"),
        ("Example3_HomeDepot.txt", "statements,entries,credit,debit", "words stand where amounts belong: the one payment is reported, not read"),
        ("adv-read.ach", "credit,debit", "the scan took the sums from the columns of other files; in ADV files they are wider. 500.00 and 2500.00 agree with the control record"),
        ("adv-invalidBatchEntries.ach", "credit,debit", "as above"),
        ("adv-invalidFileControl.ach", "credit,debit", "as above"),
        ("__adv.ach", "credit,debit", "as above"),
        ("flattenADVBatchesMultipleBatchHeaders.ach", "credit,debit", "as above; one credit is 78 cents more than the file control says, which is reported"),
        ("flattenADVBatchesOneBatchHeader.ach", "credit,debit", "as above"),
        ("return-no-batch-header.ach", "statements", "entries without a batch are kept in one of their own"),
        ("shr-credit.ach", "credit,debit", "the file control is that of a larger file: 665 batches, of which one is here"),
        ("FISERV-ZEROFILE-PIMRET825324_032720_110221.ach", "statements", "a file that says that there is nothing"),
        ("issue702-1.ach", "statements", "as above"),
    ];

    // Files that hold no movements of a bank account are refused, and say so.
    private static readonly (string File, string Reason)[] Refused =
    [
        ("052__valid_namespace.xml", "There is no statement"),
        ("053__valid_namespace.xml", "There is no statement"),
        ("general__invalid_namespace.xml", "There is no statement"),
        ("test-camt-parse-invalid.xml", "There is no statement"),
        ("test-camt-parse-none.xml", "There is no statement"),
        ("signon_success.ofx", "There is no statement"),
        ("signon_success_no_message.ofx", "There is no statement"),
        ("signon_fail.ofx", "There is no statement"),
        ("bank_small.ofx", "There is no statement"),
        ("account_listing_aggregation.ofx", "There is no statement"),
        ("ofx-2.1.1-sect-8.5.5.ofx", "There is no statement"),
        ("null-ptr-deref-2.ofx", "There is no statement"),
        ("failing-ofx-file1.xml", "This is no bank file"),
        ("failing-ofx-file2.xml", "There is no statement"),
        ("ofx-2.1.1-sect-16.5.6.2.ofx", "This is a statement of investments"),
        ("ofx-2.1.1-sect-16.5.6.5.ofx", "This is a statement of investments"),
        ("investment_401k.ofx", "This is a statement of investments"),
        ("td_ameritrade.ofx", "This is a statement of investments"),
        ("fidelity-ira.ofx", "This is a statement of investments"),
        ("3940e35d8f932097", "This is no bank file"),
        ("771e938e4458e983", "This is no bank file"),
        ("f96b9eec61a21275", "This is no bank file"),
        ("sample-parseError.txt", "This is no bank file"),
        ("ppd-debit-fixedLengthInvalid.ach", "This is no bank file"),
        ("every.qif", "This QIF file holds lists or investments"),
        ("quicktest.qif", "This QIF file holds lists or investments"),
        ("Money95stocks_fr.qif", "This QIF file holds lists or investments"),
        ("retirement.qif", "This QIF file holds lists or investments"),
        ("swipe.qif", "This QIF file holds lists or investments"),
    ];

    [Theory]
    [InlineData("camt")]
    [InlineData("mt940")]
    [InlineData("ofx")]
    [InlineData("qif")]
    [InlineData("bai2")]
    [InlineData("edi820")]
    [InlineData("nacha")]
    public void A_real_file_has_the_entries_sums_and_balances_that_its_text_has(string format)
    {
        var differences = BankSample.All(format).SelectMany(Differences).ToList();

        Assert.True(differences.Count == 0, string.Join('\n', differences));
    }

    private static IEnumerable<string> Differences(BankSample sample)
    {
        var reading = Reading.Of(sample.Bytes);
        if (Refused.FirstOrDefault(refused => sample.File.EndsWith(refused.File, StringComparison.Ordinal)) is { File: not null } expected)
        {
            return reading is BankFileReading.Refused { Reason: var reason } && reason.StartsWith(expected.Reason, StringComparison.Ordinal)
                ? []
                : [$"{sample.File} is not refused as expected: {reading}"];
        }

        return reading is BankFileReading.Read read ? Compare(sample, read.File) : [$"{sample.File}: {reading}"];
    }

    private static IEnumerable<string> Compare(BankSample sample, BankFile file)
    {
        var not = Settled.FirstOrDefault(settled => sample.File.EndsWith(settled.File, StringComparison.Ordinal)).Not?.Split(',') ?? [];
        var entries = file.Statements.SelectMany(statement => statement.Entries).ToList();
        var found = new (string What, string Facts, string Ours)[]
        {
            ("statements", sample.Statements, Text(file.Statements.Count)),
            ("entries", sample.Entries, Text(file.Statements.Sum(statement => statement.RawEntries))),
            ("credit", Decimals(sample.Credit), Decimals(Text(entries.Where(entry => entry.AmountMinor > 0).Sum(entry => entry.AmountMinor) / 100m))),
            ("debit", Decimals(sample.Debit), Decimals(Text(-entries.Where(entry => entry.AmountMinor < 0).Sum(entry => entry.AmountMinor) / 100m))),
            ("balance", Balance(sample.Balance), Balance(string.Join(';', file.Statements.Where(s => s is { Opening: not null, Closing: not null } && sample.Balance != "n/a").Select(Balance)))),
        };
        foreach (var (what, facts, ours) in found)
        {
            if (facts.Length > 0 && facts != ours && !not.Contains(what))
            {
                yield return $"{sample.File}: {what} {ours}, the scan has {facts}";
            }
        }

        foreach (var statement in file.Statements)
        {
            if (statement.RawEntries != statement.ReadEntries + statement.Findings.Count(finding => finding.Kind == BankFindingKind.EntryNotRead))
            {
                yield return $"{sample.File}: {statement.RawEntries} entries are not those read and those reported";
            }
        }
    }

    private static string Balance(BankStatement statement) =>
        statement.Findings.FirstOrDefault(finding => finding.Kind is BankFindingKind.BalanceDifference or BankFindingKind.BalanceCurrency) is { } finding
            ? $"off_by_{Text(finding.DifferenceMinor!.Value / 100m)}"
            : "ok";

    // "off_by_-5.820" and "off_by_-5.82" are one; what lies below a cent cannot be in minor units and is a finding of its own.
    private static string Balance(string texts) => string.Join(';', texts.Split(';').Where(text => text is not ("n/a" or "")).Select(text =>
        text.StartsWith("off_by_", StringComparison.Ordinal) && decimal.Parse(text[7..], NumberStyles.Float, CultureInfo.InvariantCulture) is var off && Math.Abs(off) >= 0.01m
            ? $"off_by_{Decimals(Text(off))}"
            : "ok"));

    private static string Decimals(string text) =>
        text.Length == 0 ? "" : (decimal.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture) / 1.000000000000m).ToString(CultureInfo.InvariantCulture);

    private static string Text(decimal number) => number.ToString(CultureInfo.InvariantCulture);
}
