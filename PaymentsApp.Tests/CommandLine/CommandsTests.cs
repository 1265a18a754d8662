using PaymentsApp.CommandLine;

namespace PaymentsApp.Tests.CommandLine;

public sealed class CommandsTests : IDisposable
{
    private static readonly Command Count = new(
        "count words",
        ["FILE"],
        "Counts the words of a file.",
        [
            new CommandOption("--limit", "N", "Stop at N."),
            new CommandOption("--loud", null, "Say more."),
        ],
        async (call, _) =>
        {
            await call.Output.WriteAsync(string.Join('|',
                call.Arguments.Operands[0],
                string.Join('+', call.Arguments.All("--limit")),
                call.Arguments.Has("--loud"),
                string.Join(' ', call.Arguments.Settings)));
            return ExitCode.Problems;
        });

    private readonly StringWriter _output = new();
    private readonly StringWriter _errors = new();

    public void Dispose()
    {
        _output.Dispose();
        _errors.Dispose();
    }

    [Theory]
    [InlineData]
    [InlineData("--urls", "http://localhost:5080")]
    [InlineData("--environment", "Production")]
    public async Task Without_a_command_the_web_server_starts(params string[] words) =>
        Assert.Null(await RunAsync(words));

    [Fact]
    public async Task A_command_gets_its_operands_options_and_settings()
    {
        var code = await RunAsync("count", "words", "a.txt", "--limit", "3", "--limit=4", "--loud", "--Database:Folder=/srv");

        Assert.Equal(ExitCode.Problems, code);
        Assert.Equal("a.txt|3+4|True|--Database:Folder=/srv", _output.ToString());
    }

    [Theory]
    [InlineData("FILE is missing.", "count", "words")]
    [InlineData("“b.txt” is one word too many.", "count", "words", "a.txt", "b.txt")]
    [InlineData("There is no option --colour.", "count", "words", "a.txt", "--colour")]
    [InlineData("The option --limit needs a value: --limit N.", "count", "words", "a.txt", "--limit")]
    [InlineData("The option --limit needs a value: --limit N.", "count", "words", "a.txt", "--limit", "--loud")]
    [InlineData("The option --loud takes no value.", "count", "words", "a.txt", "--loud=yes")]
    [InlineData("There is no command “cuont”.", "cuont", "words")]
    [InlineData("There is no command “count”.", "count")]
    public async Task Wrong_words_are_refused_with_a_sentence_and_the_help_text(string expected, params string[] words)
    {
        Assert.Equal(ExitCode.Refused, await RunAsync(words));
        Assert.StartsWith(expected, _errors.ToString());
        Assert.Contains("Usage: PaymentsApp", _errors.ToString());
        Assert.Empty(_output.ToString());
    }

    [Theory]
    [InlineData("help")]
    [InlineData("--help")]
    [InlineData("-h")]
    public async Task Help_lists_the_commands(string word)
    {
        Assert.Equal(ExitCode.Done, await RunAsync(word));
        Assert.Contains("count words FILE  Counts the words of a file.", _output.ToString());
    }

    [Fact]
    public async Task Help_of_a_command_names_options_and_exit_codes()
    {
        Assert.Equal(ExitCode.Done, await RunAsync("count", "words", "--help"));
        Assert.Contains("Usage: PaymentsApp count words FILE [options]", _output.ToString());
        Assert.Contains("--limit N  Stop at N.", _output.ToString());
        Assert.Contains("Exit codes: 0 done", _output.ToString());
    }

    private Task<int?> RunAsync(params string[] words) => Commands.RunAsync([Count], words, _output, _errors, default);
}
