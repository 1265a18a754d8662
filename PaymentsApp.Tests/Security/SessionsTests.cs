using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using PaymentsApp.Administration;
using PaymentsApp.Data;
using PaymentsApp.Domain;
using PaymentsApp.Live;
using PaymentsApp.Security;
using PaymentsApp.Tests.Support;

namespace PaymentsApp.Tests.Security;

public sealed class SessionsTests
{
    private static readonly CancellationToken None = CancellationToken.None;

    [Theory, BothDatabases]
    public async Task A_session_ends_after_half_an_hour_without_use(DatabaseProvider provider)
    {
        await using var app = await TestDatabase.CreateAsync(provider);
        var person = await app.FinanceAsync();
        var sessions = app.Services.GetRequiredService<Sessions>();

        app.Time.Advance(TimeSpan.FromMinutes(29));
        await sessions.SeenAsync(person.SessionId, None);
        app.Time.Advance(TimeSpan.FromMinutes(29));
        Assert.NotNull(await sessions.FindAsync(person.SessionId, None));
        app.Time.Advance(TimeSpan.FromMinutes(1));
        Assert.Null(await sessions.FindAsync(person.SessionId, None));

        await using var db = await app.Contexts.CreateDbContextAsync(None);
        Assert.Null(await app.Get<CurrentUser>().FindAsync(Permission.ViewAccounts, db, None));
    }

    [Theory]
    [InlineData("/finance/collection/payments", true)]
    [InlineData("/_blazor/negotiate", false)]
    public async Task A_line_that_comes_back_by_itself_is_no_use_of_the_session(string path, bool isUse)
    {
        await using var app = await TestDatabase.CreateAsync();
        var person = await app.FinanceAsync();
        var sessions = app.Services.GetRequiredService<Sessions>();
        app.Time.Advance(TimeSpan.FromMinutes(20));

        var http = new DefaultHttpContext { Request = { Path = path } };
        var scheme = new AuthenticationScheme(SessionCookie.Scheme, null, typeof(CookieAuthenticationHandler));
        var ticket = new AuthenticationTicket(person.Principal, SessionCookie.Scheme);
        await new SessionCookie(sessions).ValidatePrincipal(new CookieValidatePrincipalContext(http, scheme, new CookieAuthenticationOptions(), ticket));

        app.Time.Advance(TimeSpan.FromMinutes(20));
        Assert.Equal(isUse, await sessions.FindAsync(person.SessionId, None) is not null);
    }

    [Fact]
    public async Task A_session_ends_after_twelve_hours_however_much_it_is_used()
    {
        await using var app = await TestDatabase.CreateAsync();
        var person = await app.FinanceAsync();
        var sessions = app.Services.GetRequiredService<Sessions>();

        for (var minutes = 0; minutes < (12 * 60) - 20; minutes += 20)
        {
            app.Time.Advance(TimeSpan.FromMinutes(20));
            await sessions.SeenAsync(person.SessionId, None);
            Assert.NotNull(await sessions.FindAsync(person.SessionId, None));
        }

        app.Time.Advance(TimeSpan.FromMinutes(20));
        Assert.Null(await sessions.FindAsync(person.SessionId, None));
    }

    [Theory, BothDatabases]
    public async Task Signing_out_signs_out_every_open_screen_of_the_session_and_no_other(DatabaseProvider provider)
    {
        await using var app = await TestDatabase.CreateAsync(provider);
        var (one, two) = (await app.FinanceAsync("One"), await app.FinanceAsync("Two"));
        using var first = Screen(app, one);
        using var second = Screen(app, one);
        using var other = Screen(app, two);
        var gone = Task.WhenAll(SignedOutAsync(first), SignedOutAsync(second));

        await app.Services.GetRequiredService<Sessions>().EndAsync(one.SessionId, None);

        await gone.WaitAsync(TimeSpan.FromSeconds(10));
        Assert.True((await other.GetAuthenticationStateAsync()).User.Identity!.IsAuthenticated);
    }

    [Fact]
    public void Screens_beyond_the_limit_are_one_persons_own_concern()
    {
        var screens = new OpenScreens(new SecurityOptions { ScreensPerPerson = 2 });
        var person = new ClaimsPrincipal(new ClaimsIdentity([new Claim(ClaimTypes.NameIdentifier, "one")]));

        Assert.Equal([true, true, false, false], Enumerable.Range(0, 4).Select(_ => screens.Open("one")));
        Assert.True(screens.Open("two"));
        Assert.True(screens.IsFlooded(person));

        for (var closed = 0; closed < 4; closed++)
        {
            screens.Close("one");
        }

        Assert.False(screens.IsFlooded(person));
        Assert.True(screens.Open("one"));
    }

    [Fact]
    public async Task A_screen_learns_of_new_roles_at_once()
    {
        await using var app = await TestDatabase.CreateAsync();
        await app.AdminAsync();
        var rep = await app.RepAsync();
        using var screen = Screen(app, rep);
        var changed = new TaskCompletionSource<ClaimsPrincipal>(TaskCreationOptions.RunContinuationsAsynchronously);
        screen.AuthenticationStateChanged += async state => changed.TrySetResult((await state).User);

        await app.Get<UserService>().ChangeRolesAsync(rep.Id, [Roles.Finance], None);

        var person = await changed.Task.WaitAsync(TimeSpan.FromSeconds(10));
        Assert.True(person.IsInRole(Roles.Finance));
        Assert.False(person.IsInRole(Roles.AdSales));
    }

    [Fact]
    public async Task A_circuit_never_becomes_another_persons()
    {
        await using var app = await TestDatabase.CreateAsync();
        var (one, two) = (await app.FinanceAsync("One"), await app.RepAsync("Two"));
        using var screen = Screen(app, one);

        screen.SetAuthenticationState(Task.FromResult(new AuthenticationState(one.Principal)));
        Assert.Equal(one.Id, (await screen.GetAuthenticationStateAsync()).User.FindFirst(ClaimTypes.NameIdentifier)?.Value);
        screen.SetAuthenticationState(Task.FromResult(new AuthenticationState(two.Principal)));

        Assert.False((await screen.GetAuthenticationStateAsync()).User.Identity!.IsAuthenticated);
        screen.SetAuthenticationState(Task.FromResult(new AuthenticationState(one.Principal)));
        Assert.False((await screen.GetAuthenticationStateAsync()).User.Identity!.IsAuthenticated);
    }

    [Fact]
    public async Task A_screen_without_use_is_signed_out_and_leaves_no_listener_behind()
    {
        await using var app = await TestDatabase.CreateAsync();
        var person = await app.FinanceAsync();
        var feed = app.Services.GetRequiredService<PaymentFeed>();
        var screen = Screen(app, person);
        Assert.Equal(1, feed.SubscriberCount);
        var gone = SignedOutAsync(screen);

        screen.Touch();
        app.Time.Advance(TimeSpan.FromMinutes(20));
        await Task.Delay(200); // the screen notes the use outside of the moved clock
        Assert.False(gone.IsCompleted);
        for (var minute = 0; minute < 35 && !gone.IsCompleted; minute++)
        {
            app.Time.Advance(TimeSpan.FromMinutes(1));
            await Task.Delay(20);
        }

        await gone.WaitAsync(TimeSpan.FromSeconds(10));
        screen.Dispose();
        Assert.Equal(0, feed.SubscriberCount);
    }

    private static SessionAuthentication Screen(TestDatabase app, TestUser person)
    {
        var screen = ActivatorUtilities.CreateInstance<SessionAuthentication>(app.Services);
        screen.SetAuthenticationState(Task.FromResult(new AuthenticationState(person.Principal)));
        screen.Watch();
        return screen;
    }

    private static Task SignedOutAsync(SessionAuthentication screen)
    {
        var gone = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        screen.AuthenticationStateChanged += async state =>
        {
            if ((await state).User.Identity?.IsAuthenticated is not true)
            {
                gone.TrySetResult();
            }
        };
        return gone.Task;
    }
}
