using PaymentsApp;
using PaymentsApp.CommandLine;
using PaymentsApp.Data;
using PaymentsApp.Seeding;
using PaymentsApp.Security;

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
if (app.Environment.IsDevelopment())
{
    await app.Services.GetRequiredService<DemoData>().LoadAsync(CancellationToken.None);
}

app.UsePaymentsApp();

await app.OfferFirstAdministratorAsync(CancellationToken.None);

await app.RunAsync();
return ExitCode.Done;
