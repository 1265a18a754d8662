namespace PaymentsApp.CommandLine;

/// <summary>Something the program does instead of serving pages.</summary>
/// <param name="Name">One or two words: <c>import invoices</c>.</param>
/// <param name="Operands">What follows the name, for the help text: <c>FILE</c>; each is required.</param>
/// <param name="Summary">One line for the list of commands.</param>
/// <param name="Options">In the order of the help text.</param>
/// <param name="RunAsync">Does it and answers with an <see cref="ExitCode"/>.</param>
public sealed record Command(
    string Name,
    IReadOnlyList<string> Operands,
    string Summary,
    IReadOnlyList<CommandOption> Options,
    Func<CommandCall, CancellationToken, Task<int>> RunAsync)
{
    /// <summary>Further paragraphs of the help text.</summary>
    public string Notes { get; init; } = "";

    /// <summary>Beyond the usual “0 done, 1 problems, 2 refused”.</summary>
    public string ExitCodes { get; init; } = "0 done, 1 done with problems, 2 nothing done (wrong arguments or refused)";

    public string Help()
    {
        var lines = new List<string>
        {
            Summary,
            "",
            $"Usage: PaymentsApp {string.Join(' ', [Name, .. Operands, Options.Count > 0 ? "[options]" : ""])}".TrimEnd(),
        };
        if (Options.Count > 0)
        {
            var width = Options.Max(option => Left(option).Length);
            lines.Add("");
            lines.AddRange(Options.Select(option => $"  {Left(option).PadRight(width)}  {option.Help}"));
        }

        if (Notes.Length > 0)
        {
            lines.AddRange(["", Notes]);
        }

        lines.AddRange(["", $"Exit codes: {ExitCodes}.", "Any setting can be given as --Section:Key=value, for example --Database:Folder=/srv/payments."]);
        return string.Join(Environment.NewLine, lines);
    }

    private static string Left(CommandOption option) =>
        option.ValueName is null ? option.Name : $"{option.Name} {option.ValueName}";
}
