using System.Diagnostics;
using System.Text.RegularExpressions;
using PaymentsApp.Tests.Support;

namespace PaymentsApp.Tests.Security;

/// <summary>A new installation in Production, over plain http, with a first administrator who came in by the code.</summary>
public sealed partial class ProductionServer : IAsyncLifetime
{
    public const string AdminEmail = "ada@example.com";
    public const string Password = "seven grey herons nest";

    private AppServer? _app;

    public AppServer App => _app ?? throw new InvalidOperationException("Not started.");

    public string Code { get; private set; } = string.Empty;

    public async ValueTask InitializeAsync()
    {
        _app = await AppServer.StartAsync(new AppServerOptions
        {
            Environment = "Production",
            Settings = new Dictionary<string, string> { ["Security:AllowHttp"] = "true", ["Security:SignInsPerMinute"] = "1000" },
        });
        Code = CodeOf(App.Output);
        using var person = new WebPerson(App);
        using var answer = await CreateFirstAsync(person, Code);
    }

    public async ValueTask DisposeAsync() => await (_app?.DisposeAsync() ?? ValueTask.CompletedTask);

    public static string CodeOf(string output) => CodeLine().Match(output).Value;

    public static Task<HttpResponseMessage> CreateFirstAsync(WebPerson person, string code, string email = AdminEmail) => person.SubmitAsync(
        "/account/first-administrator", null, ("_handler", "first-administrator"),
        ("Posted.Code", code), ("Posted.Name", "Ada Stone"), ("Posted.Email", email), ("Posted.Password", Password));

    /// <summary>Adds a person by the command line, as an operator does; answers with the exit code and what was printed.</summary>
    public async Task<(int ExitCode, string Output)> AddUserAsync(string email, string role, string password)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            ArgumentList =
            {
                Repository.ApplicationPath, "user", "add", "--name", "Test Person", "--email", email, "--role", role, "--password-stdin",
                $"--Database:Folder={App.DataFolder}",
            },
        };
        using var process = Process.Start(start)!;
        await process.StandardInput.WriteLineAsync(password);
        process.StandardInput.Close();
        var output = await process.StandardOutput.ReadToEndAsync() + await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, output);
    }

    [GeneratedRegex("[A-Z2-9]{5}(-[A-Z2-9]{5}){3}")]
    private static partial Regex CodeLine();
}
