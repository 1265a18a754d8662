using PaymentsApp.Banking.Matching;

namespace PaymentsApp.Tests.Banking.Matching;

public sealed class ReturnFinderTests
{
    private static readonly ReturnCandidate Paid = new(1, "E2E-778", "MNDT-4", "091000010000123", "Northwind Media", "DE02120300000000202051", 12_345, "EUR", new DateOnly(2026, 5, 4));

    private static readonly ReturnedLine Returned = new("E2E-778", string.Empty, string.Empty, "RETURN AC04", string.Empty, string.Empty, 12_345, "EUR", new DateOnly(2026, 5, 7));

    [Fact]
    public void A_return_finds_its_payment_by_the_end_to_end_id()
    {
        var found = ReturnFinder.Find(Returned, [Paid with { Id = 2, EndToEndId = "E2E-779" }, Paid]);

        Assert.Equal((1, true), (found[0].Id, found[0].IsCertain));
    }

    [Fact]
    public void A_trace_number_in_the_text_is_enough() =>
        Assert.Equal(1, ReturnFinder.Find(Returned with { EndToEndId = "NOTPROVIDED", Text = "R01 ORIG TRACE 091000010000123" }, [Paid with { Id = 2, TraceNumber = "091000010000124" }, Paid])[0].Id);

    [Fact]
    public void Amount_and_payer_alone_are_a_proposal_and_no_more()
    {
        var byName = Returned with { EndToEndId = string.Empty, PayerName = "NORTHWIND MEDIA LTD", PayerAccount = Paid.PayerAccount };

        Assert.False(Assert.Single(ReturnFinder.Find(byName, [Paid])).IsCertain);
    }

    [Fact]
    public void Another_amount_currency_or_a_later_payment_is_not_it()
    {
        Assert.Empty(ReturnFinder.Find(Returned, [Paid with { AmountMinor = 12_346 }]));
        Assert.Empty(ReturnFinder.Find(Returned, [Paid with { Currency = "USD" }]));
        Assert.Empty(ReturnFinder.Find(Returned, [Paid with { ReceivedOn = new DateOnly(2026, 5, 8) }]));
    }

    [Fact]
    public void Two_payments_with_the_same_id_are_left_to_a_person() =>
        Assert.All(ReturnFinder.Find(Returned, [Paid, Paid with { Id = 2 }]), found => Assert.False(found.IsCertain));
}
