using System.Security.Claims;
using Microsoft.AspNetCore.Components.Authorization;
using PaymentsApp.Live;

namespace PaymentsApp.Security;

/// <summary>
/// Who is behind a circuit: the person whose cookie opened it, until their session ends. It looks into the database every
/// minute and whenever the live feed says that the person's sessions or rights changed; a session that has ended signs the
/// circuit out.
/// </summary>
internal sealed partial class SessionAuthentication(
    Sessions sessions, PaymentFeed feed, TimeProvider time, ILogger<SessionAuthentication> log)
    : AuthenticationStateProvider, IHostEnvironmentAuthenticationStateProvider, IDisposable
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(60);
    private static readonly ClaimsPrincipal Nobody = new(new ClaimsIdentity());

    private readonly Lock _lock = new();
    private readonly CancellationTokenSource _closing = new();
    private ClaimsPrincipal? _person;
    private IDisposable? _subscription;
    private ITimer? _timer;
    private int _touched;

    public override Task<AuthenticationState> GetAuthenticationStateAsync() => Task.FromResult(new AuthenticationState(Person));

    /// <summary>
    /// Called when the circuit starts and again when its browser reconnects, then with whatever cookie the browser has
    /// by now. A circuit never changes its person: another one's cookie signs it out (dotnet/aspnetcore#65272).
    /// </summary>
    public void SetAuthenticationState(Task<AuthenticationState> authenticationStateTask)
    {
        // The framework passes a finished task.
        var person = authenticationStateTask.GetAwaiter().GetResult().User;
        lock (_lock)
        {
            if (_person is null)
            {
                _person = person;
                return;
            }
        }

        if (SessionOf(person) != SessionOf(Person))
        {
            Become(Nobody);
        }
    }

    public void Dispose()
    {
        _closing.Cancel();
        _subscription?.Dispose();
        _timer?.Dispose();
        _closing.Dispose();
    }

    /// <summary>From now on this is a screen that stays open, not one request.</summary>
    public void Watch()
    {
        var userId = Person.FindFirstValue(ClaimTypes.NameIdentifier);
        _subscription = feed.Subscribe(changes =>
            userId is not null && changes.Any(change => change.TouchesUser(userId)) ? RecheckAsync() : Task.CompletedTask);
        _timer = time.CreateTimer(_ => _ = RecheckAsync(), null, Interval, Interval);
    }

    /// <summary>The person did something on this screen.</summary>
    public void Touch() => Interlocked.Exchange(ref _touched, 1);

    private ClaimsPrincipal Person
    {
        get
        {
            lock (_lock)
            {
                return _person ?? Nobody;
            }
        }
    }

    private static string? SessionOf(ClaimsPrincipal person) => person.FindFirstValue(SessionClaims.SessionId);

    private async Task RecheckAsync()
    {
        try
        {
            if (SessionOf(Person) is not { } sessionId)
            {
                return;
            }

            if (Interlocked.Exchange(ref _touched, 0) == 1)
            {
                await sessions.SeenAsync(sessionId, _closing.Token);
            }

            Become(await sessions.FindAsync(sessionId, _closing.Token) ?? Nobody);
        }
        catch (Exception e) when (e is OperationCanceledException or ObjectDisposedException)
        {
            // The screen is gone.
        }
        catch (Exception e)
        {
            // Commands ask the database themselves; the screen looks again in a minute.
            LogRecheckFailed(log, e);
        }
    }

    private void Become(ClaimsPrincipal person)
    {
        lock (_lock)
        {
            // Whoever was signed out stays so, whatever an older question still brings.
            if (_person?.Identity?.IsAuthenticated is not true || SameClaims(_person, person))
            {
                return;
            }

            _person = person;
        }

        NotifyAuthenticationStateChanged(Task.FromResult(new AuthenticationState(person)));
    }

    private static bool SameClaims(ClaimsPrincipal one, ClaimsPrincipal other) =>
        one.Claims.Select(claim => (claim.Type, claim.Value)).SequenceEqual(other.Claims.Select(claim => (claim.Type, claim.Value)));

    [LoggerMessage(EventId = 7001, Level = LogLevel.Warning, Message = "The session of an open screen could not be looked up.")]
    private static partial void LogRecheckFailed(ILogger log, Exception exception);
}
