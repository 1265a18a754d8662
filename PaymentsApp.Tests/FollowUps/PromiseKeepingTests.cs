using PaymentsApp.Domain;

namespace PaymentsApp.Tests.FollowUps;

/// <summary>Which money keeps which promise.</summary>
public sealed class PromiseKeepingTests
{
    private static readonly DateOnly Monday = new(2026, 3, 2);
    private static readonly DateTime Noon = new(2026, 3, 2, 12, 0, 0, DateTimeKind.Utc);

    [Fact]
    public void Money_of_the_last_day_keeps_a_promise_and_a_day_later_does_not()
    {
        var promise = Promise(100, Monday.AddDays(3));

        Assert.Equal(PromiseState.Kept, Judge(promise, [Received(100, Monday.AddDays(3))], Monday.AddDays(9)));
        Assert.Equal(PromiseState.Broken, Judge(promise, [Received(100, Monday.AddDays(4))], Monday.AddDays(9)));
        Assert.Equal(PromiseState.Open, Judge(promise, [Received(99, Monday.AddDays(3))], Monday.AddDays(3)));
        Assert.Equal(PromiseState.Broken, Judge(promise, [Received(99, Monday.AddDays(3))], Monday.AddDays(4)));
    }

    [Fact]
    public void Money_registered_late_counts_by_the_day_it_arrived()
    {
        var late = Received(100, Monday.AddDays(2)) with { RecordedAt = Noon.AddDays(8) };

        Assert.Equal(PromiseState.Kept, Judge(Promise(100, Monday.AddDays(3)), [late], Monday.AddDays(9)));
    }

    [Fact]
    public void Money_that_was_there_before_the_promise_does_not_keep_it()
    {
        var promise = Promise(100, Monday.AddDays(3));

        Assert.Equal(PromiseState.Open, Judge(promise, [Received(100, Monday) with { RecordedAt = Noon.AddHours(-1) }], Monday));
        Assert.Equal(PromiseState.Open, Judge(promise, [Received(100, Monday.AddDays(-1))], Monday));
        Assert.Equal(PromiseState.Open, Judge(promise, [Received(100, Monday) with { Currency = "EUR" }], Monday));
    }

    [Fact]
    public void Promise_about_an_invoice_is_kept_by_money_on_that_invoice_only()
    {
        var promise = Promise(100, Monday.AddDays(3), 7);

        Assert.Equal(PromiseState.Open, Judge(promise, [Received(100, Monday)], Monday));
        Assert.Equal(PromiseState.Open, Outcome(promise, [Applied(8, 100, Monday)], [], Monday).State);
        Assert.Equal(PromiseState.Open, Outcome(promise, [Applied(7, 100, Monday) with { AppliedAt = Noon.AddHours(-1) }], [], Monday).State);
        Assert.Equal(PromiseState.Kept, Outcome(promise, [Applied(7, 60, Monday), Applied(7, 40, Monday.AddDays(-3))], [], Monday).State);
    }

    [Fact]
    public void Same_money_does_not_keep_two_promises()
    {
        var (first, second) = (Promise(100, Monday.AddDays(3)), Promise(100, Monday.AddDays(5)));

        var outcomes = PromiseKeeping.Judge([second, first], [], [Received(150, Monday.AddDays(1))], Monday.AddDays(9));

        Assert.Equal(new PromiseOutcome(PromiseState.Kept, 100_00), outcomes[first.Id]);
        Assert.Equal(new PromiseOutcome(PromiseState.Broken, 50_00), outcomes[second.Id]);
    }

    [Fact]
    public void Withdrawn_promise_takes_no_money()
    {
        var (withdrawn, other) = (Promise(100, Monday.AddDays(3)), Promise(100, Monday.AddDays(5)));
        withdrawn.Withdraw("Agreed anew", new Recorded(Noon, "me"));

        var outcomes = PromiseKeeping.Judge([withdrawn, other], [], [Received(100, Monday.AddDays(1))], Monday.AddDays(9));

        Assert.Equal(PromiseState.Withdrawn, outcomes[withdrawn.Id].State);
        Assert.Equal(PromiseState.Kept, outcomes[other.Id].State);
    }

    [Fact]
    public void Whatever_is_promised_no_more_counts_than_arrived_and_no_more_than_was_promised()
    {
        var random = new Random(20260302);
        for (var round = 0; round < 300; round++)
        {
            var promises = Enumerable.Range(0, random.Next(1, 6))
                .Select(_ => Promise(random.Next(1, 200), Monday.AddDays(random.Next(0, 9)), random.Next(3) == 0 ? [random.Next(1, 4)] : []))
                .ToList();
            var applied = Enumerable.Range(0, random.Next(0, 5)).Select(_ => Applied(random.Next(1, 4), random.Next(1, 150), Monday.AddDays(random.Next(-2, 9)))).ToList();
            // What is applied was received with its payment; some more stayed on no invoice.
            var received = applied.Select(money => Received(0, money.ReceivedOn) with { PaymentId = money.PaymentId, Minor = money.Minor + random.Next(0, 5000) }).ToList();

            var outcomes = PromiseKeeping.Judge(promises, applied, received, Monday.AddDays(random.Next(0, 12)));

            Assert.All(promises, promise => Assert.InRange(outcomes[promise.Id].ArrivedMinor, 0, promise.AmountMinor));
            Assert.True(outcomes.Values.Sum(outcome => outcome.ArrivedMinor) <= received.Sum(money => money.Minor));
            Assert.All(promises, promise => Assert.Equal(outcomes[promise.Id].ArrivedMinor == promise.AmountMinor, outcomes[promise.Id].State == PromiseState.Kept));
        }
    }

    private static PromiseState Judge(PaymentPromise promise, IReadOnlyCollection<ReceivedMoney> received, DateOnly today) =>
        Outcome(promise, [], received, today).State;

    private static PromiseOutcome Outcome(
        PaymentPromise promise, IReadOnlyCollection<AppliedMoney> applied, IReadOnlyCollection<ReceivedMoney> received, DateOnly today) =>
        PromiseKeeping.Judge([promise], applied, received, today)[promise.Id];

    private static PaymentPromise Promise(long dollars, DateOnly promisedOn, params IReadOnlyList<int> invoiceIds) => new(
        new NotePromise(Guid.CreateVersion7(), 1, new Money(dollars * 100, "USD"), promisedOn, "Cora Contact", null, invoiceIds), Monday, new Recorded(Noon, "me"));

    private static ReceivedMoney Received(long dollars, DateOnly on) => new(Guid.CreateVersion7(), 1, "USD", dollars * 100, on, Noon.AddHours(1));

    private static AppliedMoney Applied(int invoiceId, long dollars, DateOnly on) => new(Guid.CreateVersion7(), invoiceId, "USD", dollars * 100, on, Noon.AddHours(1));
}
