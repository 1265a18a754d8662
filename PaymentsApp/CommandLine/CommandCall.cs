using Microsoft.AspNetCore.Components.Authorization;
using PaymentsApp.Data;
using PaymentsApp.Security;

namespace PaymentsApp.CommandLine;

/// <summary>One run of a command: its arguments, where it writes, and the program's services.</summary>
public sealed class CommandCall(CommandArguments arguments, TextWriter output, TextWriter errors)
{
    public CommandArguments Arguments { get; } = arguments;

    public TextWriter Output { get; } = output;

    public TextWriter Errors { get; } = errors;

    /// <summary>Says why nothing was done.</summary>
    public async Task<int> RefuseAsync(string reason)
    {
        await Errors.WriteLineAsync(reason);
        return ExitCode.Refused;
    }

    /// <summary>
    /// Runs with the program's services over the database, migrated first. Whoever can start the program on the server
    /// can read its files, so the command line acts as the program itself, with every right.
    /// </summary>
    /// <param name="run">Does the work.</param>
    /// <param name="cancel">Stops it.</param>
    /// <param name="migrate">False for a command that must not change the database.</param>
    public async Task<int> WithServicesAsync(Func<IServiceProvider, Task<int>> run, CancellationToken cancel, bool migrate = true)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            Args = [.. Arguments.Settings],
            ContentRootPath = AppContext.BaseDirectory,
        });
        builder.AddPaymentsApp();
        builder.Logging.SetMinimumLevel(LogLevel.Warning).AddFilter((_, level) => level >= LogLevel.Warning);
        builder.Services.AddScoped<AuthenticationStateProvider, SystemAuthentication>();
        await using var app = builder.Build();
        if (migrate)
        {
            await app.Services.GetRequiredService<DatabaseMigration>().MigrateAsync(cancel);
        }

        await using var scope = app.Services.CreateAsyncScope();
        return await run(scope.ServiceProvider);
    }
}
