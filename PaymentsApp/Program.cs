using PaymentsApp;
using PaymentsApp.CommandLine;
using PaymentsApp.Data;

if (await Commands.RunAsync(args) is { } exitCode)
{
    return exitCode;
}

var builder = WebApplication.CreateBuilder(new WebApplicationOptions
{
    Args = args,
    // appsettings.json lies beside the program, wherever it is started from.
    ContentRootPath = AppContext.BaseDirectory,
});

builder.AddPaymentsApp();

await using var app = builder.Build();

await app.Services.GetRequiredService<DatabaseMigration>().MigrateAsync(CancellationToken.None);

app.UsePaymentsApp();

await app.RunAsync();
return ExitCode.Done;
