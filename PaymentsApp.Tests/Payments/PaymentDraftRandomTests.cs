using PaymentsApp.Domain;
using PaymentsApp.Payments;
using static PaymentsApp.Tests.Payments.DollarDrafts;

namespace PaymentsApp.Tests.Payments;

/// <summary>Rules of the window's arithmetic that hold after whatever a person does, in whatever order.</summary>
public sealed class PaymentDraftRandomTests
{
    private const int Sequences = 400;
    private const int Steps = 60;

    [Fact]
    public void Footer_adds_up_and_what_was_typed_stays_through_everything()
    {
        for (var seed = 1; seed <= Sequences; seed++)
        {
            Run(new Random(seed), seed);
        }
    }

    private static void Run(Random random, int seed)
    {
        var open = Enumerable.Range(1, random.Next(1, 9)).ToDictionary(id => id, _ => random.Next(1, 300));
        var draft = Of([.. open.Values]);
        var typed = new Dictionary<int, Money>();
        Money? typedAmount = null;
        for (var step = 0; step < Steps; step++)
        {
            var action = Act(random, draft, open, typed, ref typedAmount);
            var at = $"seed {seed}, step {step}, {action}";

            Assert.True(draft.Applicable == draft.Applied + draft.Unapplied, at);
            Assert.True(draft.Amount is null or { IsPositive: true }, at);
            Assert.True(typedAmount is null || draft.Amount == typedAmount, $"{at}: amount {draft.Amount}, typed {typedAmount}");
            foreach (var line in draft.Lines)
            {
                Assert.True(line.Share is not { IsNegative: true }, at);
                Assert.True(line.IsTyped == typed.ContainsKey(line.InvoiceId), $"{at}: invoice {line.InvoiceId}");
                Assert.True(!line.IsTyped || line.Share == typed[line.InvoiceId], $"{at}: invoice {line.InvoiceId} was typed {typed.GetValueOrDefault(line.InvoiceId)}, is {line.Share}");
            }

            // Nothing that was typed made it so: then proposals fit into the amount and into the invoices.
            if (action is "amount" && typedAmount is not null && typed.Count == 0)
            {
                Assert.True(!draft.Unapplied.IsNegative, at);
                Assert.DoesNotContain(draft.Lines, line => line.IsOverApplied);
            }

            var command = draft.ToCommand();
            Assert.True(command is null == draft.Amount is null, at);
            Assert.True(command is null || command.Applied == draft.Applied, at);
        }
    }

    private static string Act(
        Random random, PaymentDraft draft, Dictionary<int, int> open, Dictionary<int, Money> typed, ref Money? typedAmount)
    {
        var line = draft.Lines.Count == 0 ? null : draft.Lines[random.Next(draft.Lines.Count)];
        switch (random.Next(11))
        {
            case 0:
                typedAmount = random.Next(6) == 0 ? null : Dollars(random.Next(1, 900));
                draft.TypeAmount(typedAmount);
                return "amount";
            case 1:
                draft.TypeBankFee(random.Next(3) == 0 ? null : Dollars(random.Next(0, 40)));
                return "fee";
            case 2 or 3 when line is not null:
                typed.Remove(line.InvoiceId);
                draft.Tick(line);
                return "tick";
            case 4 when line is not null:
                typed.Remove(line.InvoiceId);
                draft.Untick(line);
                return "untick";
            case 5 or 6 when line is not null:
                var share = Dollars(random.Next(0, 320));
                typed.Remove(line.InvoiceId);
                if (share.IsPositive)
                {
                    typed.Add(line.InvoiceId, share);
                }

                draft.TypeShare(line, share);
                return "share";
            case 7:
                draft.ApplyOldestFirst();
                return "oldest first";
            case 8:
                if (draft.Sums.Proposals is [var proposal, ..])
                {
                    draft.Take(proposal);
                }

                return "taken proposal";
            case 9 when random.Next(4) == 0:
                typed.Clear();
                draft.Clear();
                return "clear";
            default:
                Follow(random, draft, open);
                return "a colleague";
        }
    }

    // A colleague pays one of the invoices, opens it again, or a new one comes.
    private static void Follow(Random random, PaymentDraft draft, Dictionary<int, int> open)
    {
        var id = random.Next(1, open.Count + 2);
        open[id] = random.Next(3) == 0 ? 0 : random.Next(1, 300);
        draft.Follow(
            [.. open.Where(invoice => invoice.Value > 0).Select(invoice => Open(invoice.Key, invoice.Value))],
            new Dictionary<int, LatestAllocation> { [id] = PaidBy("Berta", 1) });
    }
}
