using PaymentsApp.Domain;
using PaymentsApp.Domain.Sums;

namespace PaymentsApp.Tests.Domain.Sums;

public sealed class AddsUpTests
{
    private static readonly DateOnly Due = new(2026, 1, 10);

    [Fact]
    public void Three_of_ten_invoices_that_alone_make_the_amount_are_the_only_proposal()
    {
        var answer = Find(1_250_00, 500_00, 142_50, 499_99, 250_01, 812_34, 77_77, 901_13, 33_20, 1_900_00, 640_55);

        var only = Assert.IsType<Proposal>(answer.Only);
        Assert.Equal([1, 3, 4], only.Shares.Select(share => share.InvoiceId));
        Assert.Equal((ProposalKind.InFull, 1_250_00, 0, 1), (only.Kind, only.OutstandingMinor, only.FeeMinor, only.Ways));
    }

    [Fact]
    public void One_invoice_of_the_amount_has_a_rival_in_two_that_add_up_to_it()
    {
        var answer = Find(100, 60, 40, 100);

        Assert.Equal((2, true), (answer.Count, answer.IsComplete));
        Assert.Null(answer.Only);
        Assert.Equal([[3], [1, 2]], Sets(answer).OrderBy(set => set.Length));
    }

    [Fact]
    public void Equal_amounts_are_rivals_and_shown_once_with_the_oldest()
    {
        var answer = Find(200, 100, 100, 100);

        Assert.Equal((3, true), (answer.Count, answer.IsComplete));
        var shown = Assert.Single(answer.Proposals);
        Assert.Equal([1, 2], shown.Shares.Select(share => share.InvoiceId));
        Assert.Equal((3, true), (shown.Ways, shown.IsOldest));
        Assert.Null(answer.Only);
    }

    [Fact]
    public void All_open_invoices_are_one_set_however_many_are_equal()
    {
        var answer = Find(50_000, [.. Enumerable.Repeat(100, 500)]);

        Assert.Equal(500, answer.Only!.Shares.Count);
    }

    [Fact]
    public void All_but_one_of_many_equal_invoices_leaves_open_which()
    {
        var answer = Find(49_900, [.. Enumerable.Repeat(100, 500)]);

        Assert.Equal((500, true), (answer.Count, answer.IsComplete));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-100)]
    [InlineData(101)]
    public void Nothing_adds_up_to_no_amount_or_to_more_than_is_open(long amount) =>
        Assert.Equal((0, true), (Find(amount, 60, 40).Count, Find(amount, 60, 40).IsComplete));

    [Fact]
    public void Discount_that_still_runs_explains_an_amount()
    {
        OpenItem[] items = [new(1, Due, 1_000_00, 20_00), new(2, Due, 512_35), new(3, Due.AddDays(1), 333_33, 6_67)];

        var only = AddsUp.Find(new SumQuestion(980_00 + 512_35, items)).Only!;

        Assert.Equal(ProposalKind.LessDiscount, only.Kind);
        Assert.Equal([new(1, 1_000_00, 0, 20_00), new(2, 512_35, 0, 0)], only.Shares);
    }

    [Fact]
    public void Agency_keeps_its_commission_and_then_the_discount_on_what_is_left()
    {
        OpenItem[] items = [new(1, Due, 1_000_00, 20_00), new(2, Due, 777_77)];

        var only = AddsUp.Find(new SumQuestion(833_00, items) { CommissionBasisPoints = 1_500 }).Only!;

        Assert.Equal(ProposalKind.LessCommissionAndDiscount, only.Kind);
        Assert.Equal([new(1, 1_000_00, 150_00, 17_00)], only.Shares);
    }

    [Fact]
    public void Fee_that_was_seen_before_explains_an_amount()
    {
        var only = AddsUp.Find(new SumQuestion(485_00, [new(1, Due, 500_00), new(2, Due, 70_00)]) { KnownFeesMinor = [25_00, 15_00] }).Only!;

        Assert.Equal((15_00, 500_00, 485_00), (only.FeeMinor, only.OutstandingMinor, only.ReceivedMinor));
    }

    [Fact]
    public void Each_explanation_is_a_rival_of_the_others()
    {
        // 85.00 is one invoice in full, or another less 15 %.
        var answer = AddsUp.Find(new SumQuestion(85_00, [new(1, Due, 100_00), new(2, Due, 85_00)]) { CommissionBasisPoints = 1_500 });

        Assert.Equal((2, true), (answer.Count, answer.IsComplete));
        Assert.Equal([ProposalKind.InFull, ProposalKind.LessCommission], answer.Proposals.Select(proposal => proposal.Kind));
    }

    [Fact]
    public void Invoices_without_a_discount_are_not_counted_a_second_time_where_others_have_one()
    {
        var answer = AddsUp.Find(new SumQuestion(300_00, [new(1, Due, 100_00), new(2, Due, 200_00), new(3, Due, 999_00, 19_98)]));

        Assert.Equal((1, true), (answer.Count, answer.IsComplete));
        Assert.Equal(ProposalKind.InFull, answer.Only!.Kind);
    }

    [Fact]
    public void Even_amounts_never_make_an_odd_one_and_that_is_certain_at_any_number()
    {
        var random = new Random(7);

        var answer = Find(250_000_001, [.. Enumerable.Range(1, 10_000).Select(_ => 1_000_000 + (2 * random.Next(1, 400_000)))]);

        Assert.Equal((0, true), (answer.Count, answer.IsComplete));
    }

    [Fact]
    public void Among_hundreds_of_amounts_everything_adds_up_and_nothing_is_certain()
    {
        var random = new Random(11);
        int[] amounts = [.. Enumerable.Range(1, 500).Select(_ => random.Next(20_00, 5_000_00))];

        foreach (var amount in new[] { amounts[3] + amounts[77] + amounts[300], amounts.Take(100).Sum(), amounts.Sum() / 2 })
        {
            var answer = Find(amount, amounts);

            Assert.True(answer.Count > 1, $"{amount}: {answer.Count}");
            Assert.Null(answer.Only);
            Assert.All(answer.Proposals, proposal => Assert.Equal(amount, proposal.OutstandingMinor));
        }
    }

    [Fact]
    public void The_oldest_invoices_up_to_a_day_are_shown_even_among_very_many()
    {
        var random = new Random(3);
        OpenItem[] items = [.. Enumerable.Range(1, 10_000).Select(id => new OpenItem(id, Due.AddDays(id / 25), random.Next(20_00, 5_000_00)))];

        var answer = AddsUp.Find(new SumQuestion(items.Take(40).Sum(item => item.OutstandingMinor), items));

        Assert.True(answer.Proposals[0].IsOldest);
        Assert.Equal(40, answer.Proposals[0].Shares.Count);
        Assert.Null(answer.Only);
    }

    [Fact]
    public void Powers_of_two_make_every_amount_in_one_way()
    {
        var answer = AddsUp.Find(new SumQuestion(
            0x2AAA_AAAA_AAAA, [.. Enumerable.Range(0, 46).Select(bit => new OpenItem(bit + 1, Due, 1L << bit))]));

        Assert.Equal(Enumerable.Range(1, 23).Select(i => i * 2), answer.Only!.Shares.Select(share => share.InvoiceId));
    }

    [Fact]
    public void Huge_amounts_too_many_for_every_combination_are_not_called_certain()
    {
        var random = new Random(5);
        OpenItem[] items = [.. Enumerable.Range(1, 60).Select(id => new OpenItem(id, Due, random.NextInt64(1, 1L << 46)))];
        OpenItem[] paid = [.. items.Where(item => item.InvoiceId % 2 == 0)];

        var answer = AddsUp.Find(new SumQuestion(paid.Sum(item => item.OutstandingMinor), items));

        Assert.False(answer.IsComplete);
        Assert.Null(answer.Only);
    }

    private static SumAnswer Find(long amount, params int[] amounts) => AddsUp.Find(new SumQuestion(
        amount, [.. amounts.Select((minor, index) => new OpenItem(index + 1, Due.AddDays(index), minor))]));

    private static IEnumerable<int[]> Sets(SumAnswer answer) =>
        answer.Proposals.Select(proposal => proposal.Shares.Select(share => share.InvoiceId).ToArray());
}
