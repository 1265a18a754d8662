using Bunit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PaymentsApp.Payments;
using PaymentsApp.Payments.CheckRuns;
using PaymentsApp.Payments.Drafts;
using PaymentsApp.Tests.Support;

namespace PaymentsApp.Tests.Payments.CheckRuns;

/// <summary>The screen of a check run: balance with the tape, posting, and what is in the line after a crash.</summary>
public sealed class CheckRunEntryTests : ScreenTest
{
    [Fact, UseCulture("en-US")]
    public async Task A_run_is_posted_only_when_it_agrees_with_the_tape()
    {
        var id = await KeptAsync(typing: null);
        Show<CheckRunEntry>(Finance, (nameof(CheckRunEntry.RunId), id));
        Eventually(() => Assert.Contains("2 checks 50.00 USD", Words, StringComparison.Ordinal));
        Assert.True(Button("Post 2 checks").HasAttribute("disabled"));

        Box("Control total").Input("51");
        Box("Control total").Blur();
        Eventually(() => Assert.Contains("Out of balance by 1.00 USD", Words, StringComparison.Ordinal));
        Box("Control total").Input("50");
        Box("Control total").Blur();
        Eventually(() => Assert.False(Button("Post 2 checks").HasAttribute("disabled")));
        Button("Post 2 checks").Click();

        Eventually(() => Assert.False(HasButton("Post")));
        Assert.Equal([2000, 3000], await App.ReadAsync(db => db.Payments.OrderBy(p => p.Number).Select(p => p.AmountMinor).ToListAsync()));
        await LeaveAsync();
    }

    [Fact, UseCulture("en-US")]
    public async Task What_was_being_typed_is_in_the_line_again()
    {
        var id = await KeptAsync(typing: "1003");
        Show<CheckRunEntry>(Finance, (nameof(CheckRunEntry.RunId), id));

        Eventually(() => Assert.Equal(("1003", "7.50"), (Box("Check number").GetAttribute("value"), Box("Amount").GetAttribute("value"))));
        Box("Check number").Input("1003-A");

        Assert.Equal("1003-A", Box("Check number").GetAttribute("value"));
        string? kept = null;
        for (var tries = 0; kept != "1003-A" && tries < 100; tries++)
        {
            Clock.Advance(KeepSoon.Delay);
            await Task.Delay(TimeSpan.FromMilliseconds(50), Xunit.TestContext.Current.CancellationToken);
            kept = (await App.For(Finance).GetRequiredService<CheckRunService>().FindAsync(id, default))?.Typing?.Check.Reference;
        }

        Assert.Equal("1003-A", kept);
        await LeaveAsync();
    }

    private async Task<Guid> KeptAsync(string? typing)
    {
        var client = await App.OrganizationAsync(Rep, "Harbor Coffee");
        CheckRunRow Row(long minor, string number) => new(
            Guid.CreateVersion7(), new DraftContent(client.Id, "USD", minor, true, null, false, App.Today, 1, number, null, "", ProposalState.None));
        var run = new SaveCheckRun(Guid.CreateVersion7(), 0, App.Today, "USD", null, [Row(2000, "1001"), Row(3000, "1002")])
        {
            Typing = typing is null ? null : Row(750, typing),
        };
        Assert.IsType<SaveCheckRunResult.Saved>(await App.For(Finance).GetRequiredService<CheckRunService>().SaveAsync(run, default));
        return run.Id;
    }
}
