using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PaymentsApp.Data;
using PaymentsApp.Domain;
using PaymentsApp.Payments;
using PaymentsApp.Payments.Drafts;
using PaymentsApp.Tests.Support;

namespace PaymentsApp.Tests.Payments.Drafts;

/// <summary>What is kept of a window that was neither saved nor cancelled, and who gets it back.</summary>
public sealed class DraftServiceTests
{
    [Theory, BothDatabases]
    public async Task What_was_kept_last_is_there_again(DatabaseProvider provider)
    {
        await using var desk = await PaymentDesk.OpenAsync(provider);
        var drafts = desk.App.Get<DraftService>();
        var id = Guid.CreateVersion7();
        var difference = new DraftDifference(Guid.CreateVersion7(), AdjustmentKind.WriteOff, 25, "SmallDifference", "Rounding");
        var content = Content(desk) with { Memo = "Thanks", Shares = [new DraftShare(desk.Invoice.Id, 4000, true) { Differences = [difference] }] };

        Assert.True(await drafts.KeepAsync(id, Content(desk), default));
        Assert.True(await drafts.KeepAsync(id, content, default));

        Assert.Equal(content.Encode(), (await drafts.FindAsync(id, default))?.Encode());
        var mine = Assert.Single(await drafts.MineAsync(default));
        Assert.Equal((id, "Harbor Books", new Money(4000, "USD"), "4471", null), (mine.PaymentId, mine.Payer, mine.Amount, mine.Reference, mine.RegisteredNumber));

        Assert.True(await drafts.DiscardAsync(id, default));
        Assert.Empty(await drafts.MineAsync(default));
        Assert.False(await drafts.DiscardAsync(id, default));
    }

    [Theory, BothDatabases]
    public async Task Nobody_but_the_author_sees_changes_or_discards_a_draft(DatabaseProvider provider)
    {
        await using var desk = await PaymentDesk.OpenAsync(provider);
        var id = Guid.CreateVersion7();
        await desk.App.Get<DraftService>().KeepAsync(id, Content(desk), default);
        foreach (var other in (TestUser[])[desk.Rep, await desk.App.FinanceAsync("Fay Finance")])
        {
            var drafts = desk.App.For(other).GetRequiredService<DraftService>();

            Assert.Empty(await drafts.MineAsync(default));
            Assert.Null(await drafts.FindAsync(id, default));
            Assert.False(await drafts.KeepAsync(id, Content(desk) with { Memo = "Mine" }, default));
            Assert.False(await drafts.DiscardAsync(id, default));
        }

        Assert.Equal("", (await desk.App.Get<DraftService>().FindAsync(id, default))?.Memo);
    }

    [Theory, BothDatabases]
    public async Task A_draft_is_dropped_when_its_author_lost_the_payer(DatabaseProvider provider)
    {
        await using var desk = await PaymentDesk.OpenAsync(provider);
        var drafts = desk.App.For(desk.Rep).GetRequiredService<DraftService>();
        var id = Guid.CreateVersion7();
        await drafts.KeepAsync(id, Content(desk), default);
        await desk.App.WriteAsync(async db =>
        {
            (await db.Organizations.AsTracking().SingleAsync(client => client.Id == desk.Client.Id)).AssignOwner(null);
            return true;
        });

        Assert.Null(await drafts.FindAsync(id, default));
        Assert.False(await drafts.KeepAsync(id, Content(desk), default));
        Assert.Empty(await drafts.MineAsync(default));
        Assert.Equal(0, await desk.App.ReadAsync(db => db.KeptDrafts.CountAsync()));
    }

    [Theory, BothDatabases]
    public async Task A_draft_whose_payment_is_registered_says_so_and_is_never_kept_again(DatabaseProvider provider)
    {
        await using var desk = await PaymentDesk.OpenAsync(provider);
        var drafts = desk.App.Get<DraftService>();
        var command = desk.Command();
        await drafts.KeepAsync(command.PaymentId, Content(desk), default);

        var registered = await desk.RegisterAsync(command); // and the answer is lost

        Assert.Equal(registered.Number, Assert.Single(await drafts.MineAsync(default)).RegisteredNumber);
        await drafts.DiscardAsync(command.PaymentId, default);
        Assert.False(await drafts.KeepAsync(command.PaymentId, Content(desk), default)); // on its way when the payment was saved
        Assert.Empty(await drafts.MineAsync(default));
    }

    [Fact]
    public async Task A_card_number_is_not_kept()
    {
        await using var desk = await PaymentDesk.OpenAsync(DatabaseProvider.Sqlite);
        var id = Guid.CreateVersion7();

        await desk.App.Get<DraftService>().KeepAsync(id, Content(desk) with { Memo = "4111 1111 1111 1111" }, default);

        Assert.DoesNotContain("1111", await desk.App.ReadAsync(db => db.KeptDrafts.Select(draft => draft.Content).SingleAsync()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_oldest_draft_gives_way_when_there_are_too_many()
    {
        await using var desk = await PaymentDesk.OpenAsync(DatabaseProvider.Sqlite);
        var drafts = desk.App.Get<DraftService>();
        var ids = Enumerable.Range(0, KeptDraft.CountMax + 1).Select(_ => Guid.CreateVersion7()).ToList();
        foreach (var id in ids)
        {
            await drafts.KeepAsync(id, Content(desk), default);
            desk.App.Time.Advance(TimeSpan.FromMinutes(1));
        }

        Assert.Equal(ids.Skip(1).Reverse(), (await drafts.MineAsync(default)).Select(draft => draft.PaymentId));
    }

    private static DraftContent Content(PaymentDesk desk) => new(
        desk.Client.Id, "USD", 4000, true, null, false, desk.App.Today, 1, "4471", null, "", ProposalState.None)
    {
        Shares = [new DraftShare(desk.Invoice.Id, 4000, true)],
    };
}
