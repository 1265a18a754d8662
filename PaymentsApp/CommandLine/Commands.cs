namespace PaymentsApp.CommandLine;

/// <summary>Finds the command that the first words name. Without one the program serves pages.</summary>
public static class Commands
{
    private static readonly string[] HelpWords = ["help", "--help", "-h", "-?"];

    /// <summary>In the order of the help text.</summary>
    public static IReadOnlyList<Command> All { get; } =
    [
        ImportInvoicesCommand.Command,
        ReadBankFileCommand.Command,
        VerifyCommand.Command,
        BackupCommand.Command,
        SeedCommand.Command,
        AddUserCommand.Command,
    ];

    /// <returns>The exit code, or null when the words name no command and the web server is to start.</returns>
    public static async Task<int?> RunAsync(
        IReadOnlyList<Command> commands, string[] words, TextWriter output, TextWriter errors, CancellationToken cancel)
    {
        if (words.Length == 0 || (words[0].StartsWith('-') && !HelpWords.Contains(words[0])))
        {
            return null;
        }

        var command = commands.FirstOrDefault(command => words.Take(Words(command)).SequenceEqual(command.Name.Split(' ')));
        if (command is null)
        {
            var isHelp = HelpWords.Contains(words[0]);
            await (isHelp ? output : errors).WriteLineAsync(isHelp ? Overview(commands) : $"There is no command “{words[0]}”.\n\n{Overview(commands)}");
            return isHelp ? ExitCode.Done : ExitCode.Refused;
        }

        string[] rest = [.. words.Skip(Words(command))];
        if (rest.Any(HelpWords.Contains))
        {
            await output.WriteLineAsync(command.Help());
            return ExitCode.Done;
        }

        if (CommandArguments.TryParse(command, rest, out var arguments) is { } wrong)
        {
            await errors.WriteLineAsync($"{wrong}\n\n{command.Help()}");
            return ExitCode.Refused;
        }

        return await command.RunAsync(new CommandCall(arguments, output, errors), cancel);
    }

    /// <summary>As the program starts it: on the console, stopped by Ctrl+C.</summary>
    public static async Task<int?> RunAsync(string[] words)
    {
        using var stop = new CancellationTokenSource();
        ConsoleCancelEventHandler onStop = (_, pressed) =>
        {
            pressed.Cancel = true;
            stop.Cancel();
        };
        Console.CancelKeyPress += onStop;
        try
        {
            return await RunAsync(All, words, Console.Out, Console.Error, stop.Token);
        }
        catch (OperationCanceledException)
        {
            await Console.Error.WriteLineAsync("Stopped.");
            return ExitCode.Problems;
        }
        finally
        {
            Console.CancelKeyPress -= onStop;
        }
    }

    private static int Words(Command command) => command.Name.Split(' ').Length;

    private static string Overview(IReadOnlyList<Command> commands)
    {
        var width = commands.Select(Left).DefaultIfEmpty().Max();
        var lines = commands.Select(command => $"  {string.Join(' ', [command.Name, .. command.Operands]).PadRight(width)}  {command.Summary}");
        return string.Join(
            Environment.NewLine,
            ["Usage: PaymentsApp                     serve the pages", "       PaymentsApp COMMAND [options]   do one thing and end", "", .. lines, "", "PaymentsApp COMMAND --help tells more."]);

        static int Left(Command command) => string.Join(' ', [command.Name, .. command.Operands]).Length;
    }
}
