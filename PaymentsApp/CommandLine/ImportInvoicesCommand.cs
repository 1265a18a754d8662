using System.Globalization;
using Microsoft.EntityFrameworkCore;
using PaymentsApp.Data;
using PaymentsApp.Invoicing.Import;

namespace PaymentsApp.CommandLine;

/// <summary><c>import invoices FILE</c>.</summary>
internal static class ImportInvoicesCommand
{
    private const int ProblemsShown = 20;

    public static readonly Command Command = new(
        "import invoices",
        ["FILE"],
        "Imports invoices, their organizations and settlements from a CSV file.",
        [
            new("--column", "FIELD=NAME", "Take a field from the column with this name; an empty name leaves the field out. Repeatable."),
            new("--date-order", "mdy|dmy|ymd", "Order of the dates where the file leaves it open; FIELD=mdy decides for one field."),
            new("--decimal-mark", ".|,", "Decimal mark of the amounts; else found out."),
            new("--currency", "CODE", "Currency of lines that name none; else the company's."),
            new("--round-extra-decimals", null, "Round amounts that have more decimals than their currency, half away from zero."),
            new("--encoding", "NAME", $"{string.Join(", ", TextEncodings.Names)}; else found out."),
            new("--rejected", "FILE", "Where rejected lines go; else FILE with .rejected.csv at the end."),
            new("--check", null, "Check every line and write nothing."),
        ],
        RunAsync)
    {
        Notes = $"Fields: {string.Join(", ", ImportFields.All.Select(ImportFields.Key))}."
            + "\nImporting a file again adds nothing that is there already. Rejected lines can be corrected and imported again.",
        ExitCodes = "0 all lines taken, 1 some lines rejected or stopped early, 2 nothing imported",
    };

    private static async Task<int> RunAsync(CommandCall call, CancellationToken cancel)
    {
        var path = call.Arguments.Operands[0];
        if (!File.Exists(path))
        {
            return await call.RefuseAsync($"There is no file {path}.");
        }

        return await call.WithServicesAsync(
            async services =>
            {
                var import = services.GetRequiredService<InvoiceImport>();
                try
                {
                    var file = await import.AnalyseAsync(path, call.Arguments.Value("--encoding"), progress: null, cancel);
                    if (ImportCommandChoices.TryRead(call.Arguments, file, await CurrencyAsync(call, services, cancel), out var choices) is { } wrong)
                    {
                        return await call.RefuseAsync(wrong);
                    }

                    return await RunAsync(call, import, ImportPlan.Make(file, choices), cancel);
                }
                catch (ImportFileException e)
                {
                    return await call.RefuseAsync(e.WantsEncoding ? $"{e.Message} (--encoding {TextEncodings.Windows1252})" : e.Message);
                }
                catch (IOException e)
                {
                    return await call.RefuseAsync(e.Message);
                }
            },
            cancel);
    }

    private static async Task<int> RunAsync(CommandCall call, InvoiceImport import, ImportPlan plan, CancellationToken cancel)
    {
        await DescribeAsync(call.Output, plan);
        if (!plan.IsReady)
        {
            foreach (var question in plan.Questions)
            {
                await call.Errors.WriteLineAsync($"{question.Text} ({OptionFor(question)})");
            }

            return ExitCode.Refused;
        }

        if (call.Arguments.Has("--check"))
        {
            var check = await import.CheckAsync(plan, Progress(call), cancel);
            await ReportAsync(call.Output, check, isCheck: true);
            return check.Rejected == 0 ? ExitCode.Done : ExitCode.Problems;
        }

        var path = call.Arguments.Operands[0];
        var rejectedPath = call.Arguments.Value("--rejected") ?? Path.ChangeExtension(path, ".rejected.csv");
        if (Path.GetFullPath(rejectedPath) == Path.GetFullPath(path))
        {
            return await call.RefuseAsync("The rejected lines would overwrite the file itself; name another with --rejected.");
        }

        var outcome = await import.RunAsync(plan, Path.GetFileName(path), rejectedPath, Progress(call), cancel);
        await ReportAsync(call.Output, outcome.Tally, isCheck: false);
        if (outcome.RejectedPath is not null)
        {
            await call.Output.WriteLineAsync($"Rejected lines are in {outcome.RejectedPath}; correct them there and import that file.");
        }

        if (outcome.WasCancelled)
        {
            await call.Output.WriteLineAsync("Stopped early. Import the file again to go on.");
        }

        return outcome.WasCancelled || outcome.Tally.Rejected > 0 ? ExitCode.Problems : ExitCode.Done;
    }

    private static async Task DescribeAsync(TextWriter output, ImportPlan plan)
    {
        await output.WriteLineAsync(plan.File.Describe());
        foreach (var use in plan.Uses)
        {
            var format = plan.DateOrders.TryGetValue(use.Field, out var order) ? $" ({ImportCommandChoices.Key(order)})"
                : use.Field == ImportField.Amount ? $" (decimal {(plan.DecimalMark == '.' ? "point" : "comma")})"
                : "";
            var others = use.Others.Count == 0 ? "" : $", rather than {string.Join(", ", use.Others)}";
            await output.WriteLineAsync($"  {ImportFields.Label(use.Field),-22} {plan.File.Columns[use.Column].Header}{format}{others}");
        }
    }

    private static async Task ReportAsync(TextWriter output, ImportTally tally, bool isCheck)
    {
        string Count(long number) => number.ToString("N0", CultureInfo.InvariantCulture);

        foreach (var problem in tally.Problems.Take(ProblemsShown))
        {
            await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"line {problem.Line}: {problem.Reason}"));
        }

        foreach (var (kind, count) in tally.Kinds)
        {
            await output.WriteLineAsync($"{Count(count)} x {ImportProblemKinds.Label(kind)}");
        }

        var verb = isCheck ? "would be " : "";
        await output.WriteLineAsync(
            $"{Count(tally.Lines)} lines: {Count(tally.Added)} invoices {verb}added, {Count(tally.Unchanged)} already there, "
            + $"{Count(tally.Rejected)} {verb}rejected, {Count(tally.Payments)} payments {verb}registered"
            + (tally.CreditNotes > 0 ? $", {Count(tally.CreditNotes)} credit notes {verb}added" : "")
            + (tally.Rounded > 0 ? $", {Count(tally.Rounded)} amounts {verb}rounded." : "."));
    }

    private static async Task<string> CurrencyAsync(CommandCall call, IServiceProvider services, CancellationToken cancel)
    {
        if (call.Arguments.Value("--currency") is { } currency)
        {
            return currency.ToUpperInvariant();
        }

        await using var db = await services.GetRequiredService<IDbContextFactory<AppDbContext>>().CreateDbContextAsync(cancel);
        return await db.CompanySettings.AsNoTracking().Select(settings => settings.Currency).SingleAsync(cancel);
    }

    private static string OptionFor(ImportQuestion question) => question.Kind switch
    {
        ImportQuestionKind.Column => $"--column {ImportFields.Key(question.Field)}=NAME",
        ImportQuestionKind.DateOrder => $"--date-order {ImportFields.Key(question.Field)}=mdy or dmy",
        ImportQuestionKind.DecimalMark => "--decimal-mark . or ,",
        ImportQuestionKind.Currency => "--currency CODE",
        _ => throw new ArgumentOutOfRangeException(nameof(question)),
    };

    // A counter that a terminal overwrites; nothing where the output goes to a file.
    private static ConsoleProgress? Progress(CommandCall call) =>
        ReferenceEquals(call.Output, Console.Out) && !Console.IsOutputRedirected ? new ConsoleProgress() : null;

    private sealed class ConsoleProgress : IProgress<ImportProgress>
    {
        public void Report(ImportProgress value) => Console.Out.Write(
            string.Create(CultureInfo.InvariantCulture, $"\r{value.Percent,3} %  {value.Lines:N0} lines \r"));
    }
}
