using PaymentsApp.Domain;
using PaymentsApp.Domain.Sums;

namespace PaymentsApp.Tests.Domain.Sums;

/// <summary>The answer beside that of trying every set of invoices with every explanation.</summary>
public sealed class AddsUpRandomTests
{
    private const int Questions = 2_500;
    private static readonly DateOnly Due = new(2026, 1, 10);

    [Fact]
    public void Answer_agrees_with_trying_every_set()
    {
        var (none, one, many) = (0, 0, 0);
        for (var seed = 1; seed <= Questions; seed++)
        {
            var question = Question(new Random(seed));
            var expected = EverySet(question);

            var answer = AddsUp.Find(question);

            Assert.True(answer.IsComplete, $"seed {seed}: bounded");
            Assert.True(expected.Count == answer.Count, $"seed {seed}: {expected.Count} sets, but {answer.Count} counted");
            Assert.True((expected.Count == 1) == (answer.Only is not null), $"seed {seed}: the only one");
            var shown = answer.Proposals.Select(Text).ToList();
            Assert.True(shown.All(expected.Contains) && shown.Distinct().Count() == shown.Count, $"seed {seed}: {string.Join(" | ", shown)}");
            Assert.True(expected.Count == 0 || shown.Count > 0, $"seed {seed}: nothing shown");
            Assert.All(answer.Proposals, proposal => Assert.Equal(
                proposal.ReceivedMinor + proposal.FeeMinor, proposal.OutstandingMinor - proposal.CommissionMinor - proposal.DiscountMinor));
            Assert.True(
                answer.Proposals.Count == AddsUp.ProposalsMax || answer.Proposals.Sum(proposal => proposal.Ways) == answer.Count,
                $"seed {seed}: ways {string.Join(", ", answer.Proposals.Select(proposal => proposal.Ways))} of {answer.Count}");
            (none, one, many) = expected.Count switch { 0 => (none + 1, one, many), 1 => (none, one + 1, many), _ => (none, one, many + 1) };
        }

        Assert.True(none > 200 && one > 200 && many > 200, $"{none}, {one}, {many}");
    }

    [Fact]
    public void The_same_question_gets_the_same_answer_in_whatever_order_the_invoices_come()
    {
        for (var seed = 1; seed <= 200; seed++)
        {
            var random = new Random(seed);
            var question = Question(random);
            var shuffled = question.Items.ToArray();
            random.Shuffle(shuffled);

            Assert.Equal(AddsUp.Find(question).Proposals.Select(Text), AddsUp.Find(question with { Items = shuffled }).Proposals.Select(Text));
        }
    }

    // List prices, odd amounts and both; amounts that a set makes, that one less discount or fee makes, and that none makes.
    private static SumQuestion Question(Random random)
    {
        var scale = random.Next(3) switch { 0 => 1, 1 => 500, _ => 5 };
        var largest = random.Next(2) == 0 ? 12 : 40_000;
        OpenItem[] items =
        [
            .. Enumerable.Range(1, random.Next(1, 11)).Select(id => new OpenItem(
                id, Due.AddDays(random.Next(4)), random.Next(5) == 0 ? random.Next(1, largest) : random.Next(1, largest) * scale,
                random.Next(4) == 0 ? random.Next(1, 300) : 0)),
        ];
        var question = new SumQuestion(1, items)
        {
            CommissionBasisPoints = random.Next(3) == 0 ? 1_500 : 0,
            KnownFeesMinor = random.Next(3) == 0 ? [15_00, 7] : [],
        };
        var paid = items.Where(_ => random.Next(2) == 0).Sum(item => item.OutstandingMinor);
        var amount = random.Next(5) switch
        {
            0 => random.Next(1, 3 * largest),
            1 => paid - 15_00,
            2 => paid - Part(paid, 1_500),
            _ => paid,
        };
        return question with { ReceivedMinor = amount };
    }

    private static HashSet<string> EverySet(SumQuestion question)
    {
        var found = new HashSet<string>();
        if (question.ReceivedMinor <= 0)
        {
            return found;
        }

        for (var set = 1; set < 1 << question.Items.Count; set++)
        {
            var items = question.Items.Where((_, index) => (set & (1 << index)) != 0).OrderBy(item => item.DueOn).ThenBy(item => item.InvoiceId);
            foreach (var kind in Enum.GetValues<ProposalKind>())
            {
                ProposedShare[] shares = [.. items.Select(item => Share(item, kind, question.CommissionBasisPoints))];
                var isOwn = kind switch
                {
                    ProposalKind.InFull => true,
                    ProposalKind.LessCommission => shares.Any(share => share.CommissionMinor > 0),
                    _ => shares.Any(share => share.DiscountMinor > 0)
                        && (kind == ProposalKind.LessDiscount || question.CommissionBasisPoints > 0),
                };
                foreach (var fee in (long[])[0, .. question.KnownFeesMinor])
                {
                    if (isOwn && shares.All(share => share.PaidMinor > 0) && shares.Sum(share => share.PaidMinor) == question.ReceivedMinor + fee)
                    {
                        found.Add(Text(new Proposal(kind, shares, question.ReceivedMinor, fee, 1, false)));
                    }
                }
            }
        }

        return found;
    }

    private static ProposedShare Share(OpenItem item, ProposalKind kind, int commissionBasisPoints)
    {
        var commission = kind >= ProposalKind.LessCommission ? Part(item.OutstandingMinor, commissionBasisPoints) : 0;
        var granted = Math.Min(item.DiscountMinor, item.OutstandingMinor);
        var discount = kind switch
        {
            ProposalKind.LessDiscount => granted,
            ProposalKind.LessCommissionAndDiscount => Part(granted, 10_000 - commissionBasisPoints),
            _ => 0,
        };
        return new ProposedShare(item.InvoiceId, item.OutstandingMinor, commission, discount);
    }

    private static long Part(long minor, int basisPoints) =>
        (long)decimal.Round(minor * basisPoints / 10_000m, MidpointRounding.AwayFromZero);

    private static string Text(Proposal proposal) =>
        $"{proposal.Kind} {proposal.FeeMinor}: {string.Join(' ', proposal.Shares.Select(share => share.InvoiceId))}";
}
