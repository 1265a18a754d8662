using PaymentsApp.Tests.Support;

namespace PaymentsApp.Tests.Security.Rights;

/// <summary>One database with a person of each kind; each sales rep has a client.</summary>
public sealed class RightsWorld : IAsyncLifetime
{
    private readonly Dictionary<string, TestUser?> _people = [];
    private TestDatabase? _app;
    private Scene _own = Scene.Nothing;
    private Scene _foreign = Scene.Nothing;

    public static IReadOnlyList<string> People { get; } = ["nobody", "ended finance", "rep A", "rep B", "finance", "admin"];

    public TestDatabase App => _app ?? throw new InvalidOperationException("Not ready.");

    /// <summary>What is registered as a service, with the type that serves.</summary>
    public IReadOnlyList<Type> Services { get; private set; } = [];

    public async ValueTask InitializeAsync()
    {
        _app = await TestDatabase.CreateAsync(configure: services => Services =
        [
            // Of one that a factory makes, what it is asked for as: if that is an interface or a base, it is not ours.
            .. services.Select(service => service.IsKeyedService
                    ? service.KeyedImplementationType ?? service.KeyedImplementationInstance?.GetType() ?? service.ServiceType
                    : service.ImplementationType ?? service.ImplementationInstance?.GetType() ?? service.ServiceType)
                .Where(type => type.Namespace?.StartsWith("PaymentsApp.", StringComparison.Ordinal) is true && !type.IsGenericType)
                .Where(type => type.Assembly == typeof(AppServices).Assembly)
                .Distinct(),
        ]);
        _people["nobody"] = null;
        _people["finance"] = await _app.FinanceAsync();
        _people["rep A"] = await _app.RepAsync("Rep A");
        _people["rep B"] = await _app.RepAsync("Rep B");
        _people["admin"] = await _app.AdminAsync();
        var ended = await _app.FinanceAsync("Gone Finance");
        await _app.WriteAsync(db =>
        {
            db.UserSessions.Single(session => session.Id == ended.SessionId).End(_app.Clock.Now);
            return Task.FromResult(true);
        });
        _people["ended finance"] = ended;
        _own = await SceneAsync("rep A");
        _foreign = await SceneAsync("rep B");
    }

    public async ValueTask DisposeAsync() => await (_app?.DisposeAsync() ?? ValueTask.CompletedTask);

    /// <summary>Services in which this person is signed in.</summary>
    public IServiceProvider For(string person) => App.For(_people[person]);

    /// <summary>The client of rep A ("own"), of rep B ("foreign"), or none ("missing").</summary>
    public async Task<Scene> TargetAsync(string target, bool isFresh) => target switch
    {
        "own" => isFresh ? await SceneAsync("rep A") : _own,
        "foreign" => isFresh ? await SceneAsync("rep B") : _foreign,
        _ => Scene.Nothing,
    };

    private Task<Scene> SceneAsync(string owner) => Scene.OfAsync(App, _people[owner]!, _people["finance"]!);
}
