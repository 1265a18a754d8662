using PaymentsApp.Banking.Matching;

namespace PaymentsApp.Tests.Banking.Matching;

/// <summary>Single lines against a small ledger: what is applied unasked, what is only proposed, and what is said of it.</summary>
public sealed class MatchingTests
{
    private static readonly DateOnly Issued = new(2026, 3, 1);

    private static readonly MatchPayer[] Payers =
    [
        new(1, ["Northwind Media Ltd"]) { CustomerNumbers = ["C-10017"], KnownFeesMinor = [1_500] },
        new(2, ["Blue Harbour Agency GmbH"]) { CommissionBasisPoints = 1_500 },
        new(3, ["Rossi & Figli S.p.A."]),
    ];

    private static readonly MatchInvoice[] Invoices = [.. Enumerable.Range(0, 300).Select(Invoice)];

    [Fact]
    public void A_quoted_number_with_its_amount_is_applied_unasked()
    {
        var decision = Decide(Line(Invoices[6], "Invoice RE-2026-100042 thank you"));

        Applied(decision, Invoices[6]);
        var span = Assert.Single(decision.Proposals[0].Spans);
        Assert.Equal(("RE-2026-100042", ReferenceReading.Exact), (span.Number, span.Reading));
        Assert.Equal("RE-2026-100042", "Invoice RE-2026-100042 thank you".Substring(span.Start, span.Length));
    }

    [Theory]
    [InlineData("RE-2026-1000\n42")]
    [InlineData("re2026100042")]
    [InlineData("RE 2026 / 100042")]
    [InlineData("RE-2O26-1OOO42")]
    [InlineData("RE-2026-10042")]
    [InlineData("RE-2026-100024")]
    [InlineData("RE-2026-1000425")]
    [InlineData("2026-100042")]
    public void A_number_wrapped_joined_or_with_a_fault_is_still_read(string text) =>
        Applied(Decide(Line(Invoices[6], text)), Invoices[6]);

    [Fact]
    public void Several_quoted_numbers_are_paid_together()
    {
        var paid = new[] { Invoices[6], Invoices[9], Invoices[12] };

        Applied(Decide(Line(paid[0], string.Join(" + ", paid.Select(invoice => invoice.Numbers[0])), paid.Sum(invoice => invoice.OpenMinor))), paid);
    }

    [Fact]
    public void A_credit_note_that_is_netted_is_used_up()
    {
        var note = new MatchInvoice(900, 1, ["CN-2026-0007"], "EUR", -2_345, Issued, Issued);
        var decision = Decide(Line(Invoices[6], "RE-2026-100042 less CN-2026-0007", Invoices[6].OpenMinor - 2_345), [.. Invoices, note]);

        Applied(decision, Invoices[6], note);
        Assert.Contains(new MatchShare(900, -2_345), decision.Proposals[0].Shares);
    }

    [Fact]
    public void A_discount_is_taken_only_while_it_runs()
    {
        var invoice = Invoices[6] with { DiscountMinor = 180, DiscountUntil = Issued.AddDays(14) };
        MatchInvoice[] ledger = [.. Invoices.Select(other => other.Id == invoice.Id ? invoice : other)];
        var line = Line(invoice, "RE-2026-100042", invoice.OpenMinor - 180);

        var inTime = Decide(line with { PostedOn = Issued.AddDays(14) }, ledger);
        var late = Decide(line with { PostedOn = Issued.AddDays(15) }, ledger);

        Assert.Equal((MatchDecisionKind.Auto, AmountReason.Discount), (inTime.Kind, inTime.Proposals[0].Reason));
        Assert.NotEqual(AmountReason.Discount, late.Proposals[0].Reason);
        Assert.Equal((MatchDecisionKind.Proposed, HeldBack.UnknownDeduction), (late.Kind, late.HeldBack));
    }

    [Fact]
    public void A_fee_seen_before_and_an_agency_commission_explain_the_amount()
    {
        var fee = Decide(Line(Invoices[6], "RE-2026-100042", Invoices[6].OpenMinor - 1_500));
        var agency = Invoices[7];
        var commission = Decide(Line(agency, agency.Numbers[0], agency.OpenMinor - (long)Math.Round(agency.OpenMinor * 0.15m, MidpointRounding.AwayFromZero)));

        Assert.Equal((MatchDecisionKind.Auto, AmountReason.KnownFee), (fee.Kind, fee.Proposals[0].Reason));
        Assert.Equal((MatchDecisionKind.Auto, AmountReason.Commission), (commission.Kind, commission.Proposals[0].Reason));
    }

    [Fact]
    public void A_part_with_the_exact_number_is_applied_and_leaves_the_rest_open()
    {
        var decision = Decide(Line(Invoices[6], "RE-2026-100042", 4_321));

        Assert.Equal((MatchDecisionKind.Auto, AmountReason.Part), (decision.Kind, decision.Proposals[0].Reason));
        Assert.Equal([new MatchShare(Invoices[6].Id, 4_321)], decision.Proposals[0].Shares);
    }

    [Fact]
    public void More_than_is_open_is_never_applied_unasked()
    {
        var decision = Decide(Line(Invoices[6], "RE-2026-100042", Invoices[6].OpenMinor + 5_000));

        Assert.Equal((MatchDecisionKind.Proposed, HeldBack.TooMuch), (decision.Kind, decision.HeldBack));
        Assert.Equal(Invoices[6].OpenMinor, decision.Proposals[0].Shares.Sum(share => share.AmountMinor));
    }

    [Fact]
    public void A_list_price_alone_says_nothing()
    {
        MatchInvoice[] ledger = [.. Invoices.Select(invoice => invoice with { OpenMinor = 4_900 })];

        Assert.NotEqual(MatchDecisionKind.Auto, Decide(Line(ledger[6], "annual plan"), ledger).Kind);
    }

    [Fact]
    public void Another_currency_is_another_item() =>
        Assert.NotEqual(MatchDecisionKind.Auto, Decide(Line(Invoices[6], "RE-2026-100042") with { Currency = "USD" }).Kind);

    [Fact]
    public void Somebody_elses_name_is_shown_to_a_person()
    {
        var decision = Decide(Line(Invoices[6], "RE-2026-100042") with { PayerName = "Rossi & Figli S.p.A." });

        Assert.Equal((MatchDecisionKind.Proposed, HeldBack.OtherPayer), (decision.Kind, decision.HeldBack));
        Assert.Equal(Invoices[6].Id, decision.Proposals[0].Shares[0].InvoiceId);
    }

    [Fact]
    public void Two_payments_of_one_invoice_are_both_shown_to_a_person()
    {
        var line = Line(Invoices[6], "RE-2026-100042");

        var decisions = MatchRun.Decide(Index(Invoices), [line, line with { Id = 2, PostedOn = line.PostedOn.AddDays(2) }]);

        Assert.All(decisions, decision => Assert.Equal((MatchDecisionKind.Proposed, HeldBack.ClaimedTwice), (decision.Kind, decision.HeldBack)));
    }

    [Fact]
    public void A_decision_says_in_words_what_matched_and_what_was_ruled_out()
    {
        var line = Line(Invoices[6], "Rechnung RE-2026-10042");

        var words = MatchWords.Of(Decide(line), line);

        Assert.Contains(words, sentence => sentence.Contains("“RE-2026-10042” is read as RE-2026-100042", StringComparison.Ordinal));
        Assert.Contains(words, sentence => sentence.Contains("to the last cent", StringComparison.Ordinal));
        Assert.Contains(words, sentence => sentence.Contains(MatchRules.Version, StringComparison.Ordinal));
    }

    private static MatchInvoice Invoice(int place) => new(
        100 + place, Payers[place % 3].Id, [$"RE-2026-{100_000 + (place * 7)}"], "EUR", 10_000 + (place * 1_237L) + (place * place * 31L % 977),
        Issued.AddDays(place % 20), Issued.AddDays((place % 20) + 30));

    private static MatchLine Line(MatchInvoice invoice, string text, long? amount = null) => new(
        1, Payers.Single(payer => payer.Id == invoice.PayerId).Names[0], $"DE{invoice.PayerId:D20}", text, amount ?? invoice.OpenMinor, "EUR", invoice.IssuedOn.AddDays(20));

    private static MatchIndex Index(IReadOnlyList<MatchInvoice> ledger) => MatchIndex.Build(ledger, Payers, MatchMemory.Empty);

    private static MatchDecision Decide(MatchLine line, IReadOnlyList<MatchInvoice>? ledger = null) => MatchRun.Decide(Index(ledger ?? Invoices), [line])[0];

    private static void Applied(MatchDecision decision, params MatchInvoice[] paid)
    {
        Assert.Equal(MatchDecisionKind.Auto, decision.Kind);
        Assert.Equal(paid.Select(invoice => invoice.Id).Order(), decision.Proposals[0].Shares.Select(share => share.InvoiceId).Order());
    }
}
