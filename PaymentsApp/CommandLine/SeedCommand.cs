using System.Diagnostics;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using PaymentsApp.Data;
using PaymentsApp.Seeding;

namespace PaymentsApp.CommandLine;

/// <summary>Puts synthetic invoices into an empty database.</summary>
internal static class SeedCommand
{
    private const string Invoices = "--invoices";
    private const string Portion = "--portion";
    private const string Add = "--add";

    public static Command Command { get; } = new(
        "seed",
        [],
        "Adds synthetic organizations, invoices and payments, for measuring.",
        [
            new CommandOption(Invoices, "N", "How many invoices, up to 1000000; one organization for every 50."),
            new CommandOption(Portion, "N", "Invoices in one transaction; 50000 unless stated. Each line of output is on disk."),
            new CommandOption(Add, null, "Add them although the database has organizations. They cannot be removed again."),
        ],
        RunAsync)
    {
        Notes = "The same number gives the same figures, counted back from today. About 15 in 100 invoices are open.",
        ExitCodes = "0 done, 1 stopped half-way (what was written is whole), 2 nothing done",
    };

    private static async Task<int> RunAsync(CommandCall call, CancellationToken cancel)
    {
        if (Number(call.Arguments.Value(Invoices)) is not { } count)
        {
            return await call.RefuseAsync($"{Invoices} N is missing: a whole number from 1 to {SyntheticData.LargestCount}.");
        }

        if (Number(call.Arguments.Value(Portion) ?? $"{SyntheticData.UsualPortion}") is not { } portion)
        {
            return await call.RefuseAsync($"{Portion} N is a whole number from 1 to {SyntheticData.LargestCount}.");
        }

        return await call.WithServicesAsync(
            async services =>
            {
                await using var db = await services.GetRequiredService<IDbContextFactory<AppDbContext>>().CreateDbContextAsync(cancel);
                if (!call.Arguments.Has(Add) && await db.Organizations.AnyAsync(cancel))
                {
                    return await call.RefuseAsync($"The database has organizations already. Use another one (--Database:Folder=...), or say {Add}.");
                }

                if (await db.Organizations.AnyAsync(organization => organization.CustomerNumber == "SYN-00001", cancel))
                {
                    return await call.RefuseAsync("The database has synthetic data already.");
                }

                var started = Stopwatch.GetTimestamp();
                await services.GetRequiredService<SyntheticData>().AddAsync(
                    count,
                    portion,
                    done => call.Output.WriteLine(string.Create(
                        CultureInfo.InvariantCulture, $"{done:N0} of {count:N0} invoices, {Stopwatch.GetElapsedTime(started).TotalSeconds:N1} s")),
                    cancel);
                return ExitCode.Done;
            },
            cancel);
    }

    private static int? Number(string? text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is >= 1 and <= SyntheticData.LargestCount
            ? number
            : null;
}
