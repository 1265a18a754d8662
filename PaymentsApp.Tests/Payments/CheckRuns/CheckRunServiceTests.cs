using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PaymentsApp.Data;
using PaymentsApp.Domain;
using PaymentsApp.Payments;
using PaymentsApp.Payments.CheckRuns;
using PaymentsApp.Payments.Drafts;
using PaymentsApp.Tests.Support;

namespace PaymentsApp.Tests.Payments.CheckRuns;

/// <summary>Check runs: kept while they are typed, posted once whoever posts and however often.</summary>
public sealed class CheckRunServiceTests
{
    [Theory, BothDatabases]
    public async Task A_run_is_kept_as_typed_and_posted_as_one_payment_per_check(DatabaseProvider provider)
    {
        await using var desk = await PaymentDesk.OpenAsync(provider);
        var runs = desk.App.Get<CheckRunService>();
        var run = Run(desk, (60, "101"), (40, "102"), (15, "103"));

        var saved = await SavedAsync(runs, run);
        var found = await runs.FindAsync(run.Id, default);
        Assert.Equal(run.Rows.Select(row => row.PaymentId), found!.Rows.Select(row => row.PaymentId));
        Assert.Equal((PaymentDesk.Dollars(115), "Harbor Books", false), (found.ControlTotal, found.Payers[desk.Client.Id], found.IsPosted));

        var posted = Assert.IsType<PostCheckRunResult.Posted>(await runs.PostAsync(run.Id, saved, default));

        Assert.True(posted.IsComplete);
        Assert.Equal([(6000, "101"), (4000, "102"), (1500, "103")], (await PaymentsAsync(desk)).Select(payment => (payment.AmountMinor, payment.Reference)));
        Assert.Equal(0, await desk.OutstandingAsync(desk.Invoice));
        Assert.True((await runs.FindAsync(run.Id, default))!.IsPosted);
        Assert.IsType<PostCheckRunResult.Refused>(await runs.PostAsync(run.Id, posted.Version, default));
        Assert.Equal("Posted", (await desk.LastAuditAsync()).Action);
    }

    [Theory, BothDatabases]
    public async Task Posting_that_was_interrupted_registers_only_the_rest(DatabaseProvider provider)
    {
        await using var desk = await PaymentDesk.OpenAsync(provider);
        var runs = desk.App.Get<CheckRunService>();
        var run = Run(desk, (60, "101"), (40, "102"));
        var saved = await SavedAsync(runs, run);
        await desk.RegisterAsync(run.Rows[0].ToCommand(run.ReceivedOn)!); // then the process died
        await desk.App.WriteAsync(async db =>
        {
            (await db.PaymentBatches.AsTracking().SingleAsync()).BeginPosting(new Recorded(desk.App.Clock.Now, desk.Finance.Id));
            return true;
        });

        // On another screen of the same person nothing changes while it is posted, or until two minutes have passed.
        Assert.IsType<SaveCheckRunResult.Refused>(await runs.SaveAsync(run with { Version = saved + 1 }, default));
        Assert.NotNull(await runs.DiscardAsync(run.Id, default));
        desk.App.Time.Advance(PaymentBatch.PostingFor);
        var changed = run with { Version = saved + 1, ReceivedOn = run.ReceivedOn.AddDays(-1), Rows = [Row(desk, run.Rows[0].PaymentId, 99, "999"), run.Rows[1]] };
        var again = await SavedAsync(runs, changed); // what is registered stays as it was registered
        var posted = Assert.IsType<PostCheckRunResult.Posted>(await runs.PostAsync(run.Id, again, default));

        Assert.IsType<RegisterPaymentResult.AlreadyRegistered>(posted.Results[run.Rows[0].PaymentId]);
        Assert.IsType<RegisterPaymentResult.Registered>(posted.Results[run.Rows[1].PaymentId]);
        Assert.Equal([6000, 4000], (await PaymentsAsync(desk)).Select(payment => payment.AmountMinor));
    }

    [Theory, BothDatabases]
    public async Task Two_people_who_post_at_once_register_each_check_once(DatabaseProvider provider)
    {
        await using var desk = await PaymentDesk.OpenAsync(provider);
        var others = await desk.App.FinanceAsync("Fay Finance");
        var run = Run(desk, [.. Enumerable.Range(1, 10).Select(number => (number, $"{number}"))]);
        var saved = await SavedAsync(desk.App.Get<CheckRunService>(), run);

        var results = await Task.WhenAll(((TestUser[])[desk.Finance, others]).Select(person =>
            Task.Run(() => desk.App.For(person).GetRequiredService<CheckRunService>().PostAsync(run.Id, saved, default))));

        Assert.Single(results.OfType<PostCheckRunResult.Posted>());
        Assert.Equal(10, (await PaymentsAsync(desk)).Count);
    }

    [Theory, BothDatabases]
    public async Task Nothing_is_posted_out_of_balance_or_after_a_colleagues_change(DatabaseProvider provider)
    {
        await using var desk = await PaymentDesk.OpenAsync(provider);
        var runs = desk.App.Get<CheckRunService>();
        var run = Run(desk, (60, "101"), (40, "102"));
        var saved = await SavedAsync(runs, run with { ControlTotal = PaymentDesk.Dollars(99) });

        var outOfBalance = Assert.IsType<PostCheckRunResult.Refused>(await runs.PostAsync(run.Id, saved, default));
        Assert.Contains("out of balance", outOfBalance.Reason, StringComparison.Ordinal);
        await SavedAsync(runs, run with { Version = saved });
        Assert.IsType<PostCheckRunResult.Refused>(await runs.PostAsync(run.Id, saved, default));
        Assert.IsType<SaveCheckRunResult.Refused>(await runs.SaveAsync(run with { Version = saved }, default));

        Assert.Empty(await PaymentsAsync(desk));
        Assert.Null(await runs.DiscardAsync(run.Id, default));
        Assert.Empty(await runs.ListAsync(default));
    }

    [Fact]
    public async Task A_check_that_may_be_there_already_waits_for_a_person_and_the_others_are_posted()
    {
        await using var desk = await PaymentDesk.OpenAsync(DatabaseProvider.Sqlite);
        var runs = desk.App.Get<CheckRunService>();
        var earlier = desk.Command() with { Reference = "101" };
        await desk.RegisterAsync(earlier);
        var run = Run(desk, (10, "101"), (20, "102"));
        Assert.Equal([earlier.PaymentId], (await desk.Payments.PossibleDuplicatesAsync(run.Rows[0].ToCommand(run.ReceivedOn)!, default)).Select(other => other.PaymentId));

        var posted = Assert.IsType<PostCheckRunResult.Posted>(await runs.PostAsync(run.Id, await SavedAsync(runs, run), default));
        Assert.IsType<RegisterPaymentResult.NeedsConfirmation>(posted.Results[run.Rows[0].PaymentId]);
        Assert.IsType<RegisterPaymentResult.Registered>(posted.Results[run.Rows[1].PaymentId]);

        var confirmed = run with { Version = posted.Version, Rows = [run.Rows[0] with { Confirmed = [earlier.PaymentId] }, run.Rows[1]] };
        Assert.True(Assert.IsType<PostCheckRunResult.Posted>(await runs.PostAsync(run.Id, await SavedAsync(runs, confirmed), default)).IsComplete);
        Assert.Equal(3, (await PaymentsAsync(desk)).Count);
    }

    [Theory, BothDatabases]
    public async Task What_is_being_typed_is_kept_beside_the_checks_and_is_no_check(DatabaseProvider provider)
    {
        await using var desk = await PaymentDesk.OpenAsync(provider);
        var runs = desk.App.Get<CheckRunService>();
        var run = Run(desk, (60, "101"));
        var typing = Row(desk, Guid.CreateVersion7(), 40, "4111 1111 1111 1111");

        Assert.True(await runs.KeepTypingAsync(run.Id, run.ReceivedOn, "USD", typing, default)); // before there is a check
        var begun = (await runs.FindAsync(run.Id, default))!;
        Assert.Empty(begun.Rows);
        Assert.Equal((typing.PaymentId, 4000), (begun.Typing!.PaymentId, begun.Typing.Check.AmountMinor));
        Assert.DoesNotContain("4111", await desk.App.ReadAsync(db => db.PaymentBatches.Select(batch => batch.Content).SingleAsync()), StringComparison.Ordinal);

        var saved = await SavedAsync(runs, run with { Typing = typing });
        Assert.True(await runs.KeepTypingAsync(run.Id, run.ReceivedOn, "USD", typing with { Check = typing.Check with { AmountMinor = 4100 } }, default));
        var found = (await runs.FindAsync(run.Id, default))!;
        Assert.Equal((saved, 1, 4100), (found.Version, found.Rows.Count, found.Typing!.Check.AmountMinor));
        var posted = Assert.IsType<PostCheckRunResult.Posted>(await runs.PostAsync(run.Id, saved, default));
        Assert.True(posted.IsComplete);
        Assert.Single(await PaymentsAsync(desk));
        Assert.False(await runs.KeepTypingAsync(run.Id, run.ReceivedOn, "USD", typing, default));
    }

    private static async Task<int> SavedAsync(CheckRunService runs, SaveCheckRun run) =>
        Assert.IsType<SaveCheckRunResult.Saved>(await runs.SaveAsync(run, default)).Version;

    private static SaveCheckRun Run(PaymentDesk desk, params (int Dollars, string Number)[] checks) => new(
        Guid.CreateVersion7(), 0, desk.App.Today, "USD", PaymentDesk.Dollars(checks.Sum(check => check.Dollars)),
        [.. checks.Select(check => Row(desk, Guid.CreateVersion7(), check.Dollars, check.Number))]);

    // Applied to the invoice, but for the third check of a run, for which nothing is left.
    private static CheckRunRow Row(PaymentDesk desk, Guid id, int dollars, string number) => new(
        id, new DraftContent(desk.Client.Id, "USD", dollars * 100, true, null, false, desk.App.Today, 1, number, null, "", ProposalState.None)
        {
            Shares = number is "101" or "102" ? [new DraftShare(desk.Invoice.Id, dollars * 100, false)] : [],
        });

    private static Task<List<Payment>> PaymentsAsync(PaymentDesk desk) =>
        desk.App.ReadAsync(db => db.Payments.AsNoTracking().OrderBy(payment => payment.Number).ToListAsync());
}
