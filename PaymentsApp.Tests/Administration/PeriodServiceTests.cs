using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PaymentsApp.Administration;
using PaymentsApp.Data;
using PaymentsApp.Tests.Support;

namespace PaymentsApp.Tests.Administration;

public sealed class PeriodServiceTests
{
    private static readonly CancellationToken None = CancellationToken.None;

    [Theory, BothDatabases]
    public async Task An_administrator_closes_forward_with_a_reason(DatabaseProvider provider)
    {
        await using var app = await TestDatabase.CreateAsync(provider);
        await app.AdminAsync();
        var periods = app.Get<PeriodService>();
        var through = app.Today.AddDays(-2);

        Assert.NotNull(await periods.CloseAsync(through, " ", None));
        Assert.NotNull(await periods.CloseAsync(through, "Card 4111 1111 1111 1111", None));
        Assert.NotNull(await periods.CloseAsync(app.Today, "February is done", None));
        Assert.Null((await periods.FindAsync(None)).ClosedThrough);
        Assert.Null(await periods.CloseAsync(through, "February is done", None));
        Assert.NotNull(await periods.CloseAsync(through, "Again", None));
        Assert.NotNull(await periods.CloseAsync(through.AddDays(-1), "Backwards", None));

        Assert.Equal(through, (await periods.FindAsync(None)).ClosedThrough);
        var entry = await app.ReadAsync(db => db.AuditEntries.SingleAsync());
        Assert.Equal(("Closed", "Period"), (entry.Action, entry.Entity));
        Assert.Contains("February is done", entry.Body, StringComparison.Ordinal);
        Assert.Empty(await app.VerifyAsync());
    }

    [Theory, BothDatabases]
    public async Task Reopening_needs_a_second_administrator(DatabaseProvider provider)
    {
        await using var app = await TestDatabase.CreateAsync(provider);
        await app.AdminAsync();
        var second = app.For(await app.AdminAsync("Alex Admin")).GetRequiredService<PeriodService>();
        var periods = app.Get<PeriodService>();
        await periods.CloseAsync(app.Today.AddDays(-1), "February is done", None);
        var id = Guid.CreateVersion7();
        var through = app.Today.AddDays(-10);

        Assert.NotNull(await periods.RequestReopenAsync(id, app.Today.AddDays(-1), "Not earlier", None));
        Assert.Null(await periods.RequestReopenAsync(id, through, "A check was forgotten", None));
        Assert.Null(await periods.RequestReopenAsync(id, through, "A check was forgotten", None));
        Assert.NotNull(await second.RequestReopenAsync(Guid.CreateVersion7(), null, "Me too", None));
        Assert.NotNull(await periods.DecideReopenAsync(id, isApproved: true, None));
        Assert.Equal(app.Today.AddDays(-1), (await periods.FindAsync(None)).ClosedThrough);
        Assert.False((await second.FindAsync(None)).Request!.IsOwn);
        Assert.Null(await second.DecideReopenAsync(id, isApproved: true, None));
        Assert.NotNull(await second.DecideReopenAsync(id, isApproved: true, None));

        Assert.Equal(new PeriodState(through, null), await periods.FindAsync(None));
        Assert.Equal(["Closed", "ReopenRequested", "Reopened"], await app.ReadAsync(db => db.AuditEntries.OrderBy(e => e.Seq).Select(e => e.Action).ToListAsync()));
        Assert.Empty(await app.VerifyAsync());
    }

    [Theory]
    [InlineData(true, "ReopenWithdrawn")]
    [InlineData(false, "ReopenRejected")]
    public async Task A_request_is_withdrawn_by_its_author_or_rejected_by_another(bool isOwn, string action)
    {
        await using var app = await TestDatabase.CreateAsync();
        await app.AdminAsync();
        var periods = app.Get<PeriodService>();
        await periods.CloseAsync(app.Today.AddDays(-1), "February is done", None);
        var id = Guid.CreateVersion7();
        await periods.RequestReopenAsync(id, null, "All of it", None);

        var decides = isOwn ? periods : app.For(await app.AdminAsync("Alex Admin")).GetRequiredService<PeriodService>();
        Assert.Null(await decides.DecideReopenAsync(id, isApproved: false, None));

        Assert.Equal(new PeriodState(app.Today.AddDays(-1), null), await periods.FindAsync(None));
        Assert.Equal(action, await app.ReadAsync(db => db.AuditEntries.OrderByDescending(e => e.Seq).Select(e => e.Action).FirstAsync()));
    }
}
