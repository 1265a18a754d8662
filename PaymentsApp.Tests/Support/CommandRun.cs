using PaymentsApp.CommandLine;

namespace PaymentsApp.Tests.Support;

/// <summary>One run of a command in this process, as the shell would see it.</summary>
internal sealed record CommandRun(int? Code, string Output, string Errors)
{
    /// <summary>On an SQLite file in a folder.</summary>
    public static Task<CommandRun> OnFolderAsync(string folder, params string[] words) =>
        RunAsync([.. words, $"--Database:Folder={folder}"]);

    /// <summary>On the database of a test, whichever it is.</summary>
    public static Task<CommandRun> OnAsync(TestDatabase app, params string[] words) => RunAsync(
    [
        .. words,
        $"--Database:Provider={app.Options.Provider}",
        $"--Database:Folder={app.Options.Folder}",
        $"--Database:ConnectionString={app.Options.ConnectionString}",
    ]);

    private static async Task<CommandRun> RunAsync(string[] words)
    {
        await using var output = new StringWriter();
        await using var errors = new StringWriter();
        var code = await Commands.RunAsync(Commands.All, words, output, errors, CancellationToken.None);
        return new CommandRun(code, output.ToString(), errors.ToString());
    }
}
