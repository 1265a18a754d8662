using PaymentsApp.Tests.Payments.Drafts;

/// <summary>
/// Loaded by the runtime into the program (DOTNET_STARTUP_HOOKS names this assembly; the runtime asks for this type without a namespace). Where
/// a test says so, the process plays a server with the windows of a few people instead of listening.
/// </summary>
internal static class StartupHook
{
    public static void Initialize()
    {
        if (Environment.GetEnvironmentVariable(WindowServer.PeopleVariable) is { Length: > 0 } people)
        {
            WindowServer.RunAsync(people).GetAwaiter().GetResult();
            Environment.Exit(0);
        }
    }
}
