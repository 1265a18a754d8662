using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PaymentsApp.Collection;
using PaymentsApp.Data;
using PaymentsApp.Live;
using PaymentsApp.Organizations;
using PaymentsApp.Security;
using PaymentsApp.Tests.Support;

namespace PaymentsApp.Tests.Live;

public sealed class SharedReadsTests : IAsyncLifetime
{
    private static readonly CancellationToken Cancel = CancellationToken.None;

    private TestDatabase _app = default!;
    private int _queries;

    private SharedReads Reads => _app.Services.GetRequiredService<SharedReads>();

    public async ValueTask InitializeAsync() => _app = await TestDatabase.CreateAsync();

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task Screens_that_reload_at_the_same_moment_ask_the_database_once()
    {
        await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => ReloadAsync()));

        Assert.Equal(1, _queries);
    }

    [Fact]
    public async Task After_the_next_change_the_database_is_asked_again()
    {
        await ReloadAsync();
        Publish();
        await ReloadAsync();

        Assert.Equal(2, _queries);
    }

    [Fact]
    public async Task An_answer_is_not_used_for_long()
    {
        await ReloadAsync();
        _app.Time.Advance(SharedReads.KeepFor);
        await ReloadAsync();

        Assert.Equal(2, _queries);
    }

    [Fact]
    public async Task What_a_person_asks_for_is_always_read()
    {
        await ReloadAsync();
        await AskAsync();
        await AskAsync();

        Assert.Equal(3, _queries);
    }

    [Fact]
    public async Task Whoever_may_see_something_else_gets_an_answer_of_their_own()
    {
        await ReloadAsync(scope: null);
        await ReloadAsync(scope: "one rep");
        await ReloadAsync(scope: "another rep");
        await ReloadAsync(scope: "one rep", asked: 2);

        Assert.Equal(4, _queries);
    }

    [Fact]
    public async Task A_query_that_failed_is_asked_again()
    {
        await Assert.ThrowsAsync<TimeoutException>(() => ReloadAsync(query: (_, _) => throw new TimeoutException()));
        await Assert.ThrowsAsync<TimeoutException>(() => ReloadAsync(query: FailAsync));
        await Assert.ThrowsAsync<TimeoutException>(() => ReloadAsync(query: FailAsync));

        Assert.Equal(2, _queries);

        async Task<int> FailAsync(AppDbContext db, CancellationToken cancel)
        {
            await Task.Yield();
            _queries++;
            throw new TimeoutException();
        }
    }

    [Fact]
    public async Task A_screen_that_leaves_does_not_stop_the_others()
    {
        var answer = new TaskCompletionSource<int>();
        using var leaving = new CancellationTokenSource();
        var first = ReloadAsync(query: WaitAsync, cancel: leaving.Token);
        var second = ReloadAsync(query: WaitAsync);

        await leaving.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
        answer.SetResult(7);

        Assert.Equal(7, await second);

        Task<int> WaitAsync(AppDbContext db, CancellationToken cancel) => answer.Task.WaitAsync(cancel);
    }

    [Fact]
    public async Task Too_many_different_questions_are_answered_one_by_one()
    {
        for (var asked = 0; asked < 2 * SharedReads.AnswersMax; asked++)
        {
            await ReloadAsync(asked: asked);
        }

        await ReloadAsync(asked: SharedReads.AnswersMax);
        Assert.Equal((2 * SharedReads.AnswersMax) + 1, _queries);
    }

    [Fact]
    public async Task A_rep_never_gets_what_Finance_has_just_loaded()
    {
        var (finance, rep, other) = (await _app.FinanceAsync(), await _app.RepAsync(), await _app.RepAsync("Ray Rep"));
        await _app.InvoiceAsync(await _app.OrganizationAsync(owner: rep));
        await _app.InvoiceAsync(await _app.OrganizationAsync(owner: other));

        Assert.Equal([2, 1, 1, 1], await ReloadListsAsync(finance, rep, other, rep));
        Assert.Equal([1, 2, 1], await ReloadListsAsync(other, finance, rep));
    }

    [Fact]
    public async Task A_right_that_was_taken_away_counts_although_an_answer_is_there()
    {
        var (finance, admin) = (await _app.FinanceAsync(), await _app.FinanceAsync("Former Finance"));
        await _app.InvoiceAsync(await _app.OrganizationAsync());
        Assert.Equal([1], await ReloadListsAsync(admin));

        await _app.WriteAsync(db => db.UserRoles.Where(role => role.UserId == admin.Id).ExecuteDeleteAsync());

        Assert.Equal([1], await ReloadListsAsync(finance));
        await Assert.ThrowsAsync<AccessDeniedException>(() => ReloadListsAsync(admin));
    }

    [Fact]
    public async Task An_account_that_changes_hands_is_gone_with_the_message_of_it()
    {
        var rep = await _app.RepAsync();
        var organization = await _app.OrganizationAsync(owner: rep);
        await _app.InvoiceAsync(organization);
        Assert.Equal([1], await ReloadListsAsync(rep));

        await _app.WriteAsync(db => db.Organizations.Where(o => o.Id == organization.Id).ExecuteUpdateAsync(set => set.SetProperty(o => o.OwnerId, (string?)null)));
        Publish();

        Assert.Equal([0], await ReloadListsAsync(rep));
    }

    private void Publish() => _app.Services.GetRequiredService<PaymentFeed>().Publish(PaymentChange.Everything);

    // As LiveComponent does it.
    private async Task<int> ReloadAsync(
        string? scope = null, object? asked = null, Func<AppDbContext, CancellationToken, Task<int>>? query = null, CancellationToken cancel = default)
    {
        SharedReads.AllowHere();
        await Task.Yield();
        return await AskAsync(scope, asked, query, cancel);
    }

    private async Task<int> AskAsync(
        string? scope = null, object? asked = null, Func<AppDbContext, CancellationToken, Task<int>>? query = null, CancellationToken cancel = default)
    {
        await using var db = await _app.Contexts.CreateDbContextAsync(Cancel);
        return await Reads.ReadAsync(db, scope, asked ?? 1, query ?? CountAsync, cancel);
    }

    private async Task<int> CountAsync(AppDbContext db, CancellationToken cancel)
    {
        Interlocked.Increment(ref _queries);
        return await db.Invoices.CountAsync(cancel);
    }

    // Each on a circuit of its own, in turn: how many invoices, sums and organizations there are, which must agree.
    private async Task<IReadOnlyList<int>> ReloadListsAsync(params TestUser[] people)
    {
        SharedReads.AllowHere();
        List<int> counts = [];
        foreach (var services in people.Select(_app.For))
        {
            var invoices = services.GetRequiredService<OpenInvoiceQueries>();
            var page = await invoices.PageAsync(new OpenInvoiceList(), Cancel);
            var totals = await invoices.TotalsAsync(new OpenInvoiceList(), Cancel);
            var organizations = await services.GetRequiredService<OrganizationQueries>().PageAsync(new OrganizationList(), Cancel);
            Assert.Equal(page.Rows.Count, totals.Count?.Value);
            Assert.Equal(page.Rows.Count, organizations.Rows.Count);
            counts.Add(page.Rows.Count);
        }

        return counts;
    }
}
