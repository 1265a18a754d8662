using System.Text.Json;
using PaymentsApp.CommandLine;
using PaymentsApp.Tests.Support;

namespace PaymentsApp.Tests.CommandLine;

public sealed class ReadBankFileCommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_file_that_is_read_is_written_as_JSON_and_ends_with_0()
    {
        var run = await RunAsync("Date,Name,Amount,Currency\n2026-01-31,Zoë,\"1,234.50\",EUR\n", "--json");
        using var json = JsonDocument.Parse(run.Output);
        var entry = json.RootElement.GetProperty("statements")[0].GetProperty("entries")[0];

        Assert.Equal(ExitCode.Done, run.Code);
        Assert.Equal((123450, "EUR", "Zoë", "2026-01-31", 2), (
            entry.GetProperty("amountMinor").GetInt64(),
            entry.GetProperty("currency").GetString(),
            entry.GetProperty("payerName").GetString(),
            entry.GetProperty("bookingDate").GetString(),
            entry.GetProperty("line").GetInt32()));
    }

    [Fact]
    public async Task A_file_that_cannot_be_read_is_refused_with_its_line_and_ends_with_1()
    {
        var run = await RunAsync("<Document><BkToCstmrStmt>\n<Stmt>", "--json");
        using var json = JsonDocument.Parse(run.Output);

        Assert.Equal(1, run.Code);
        Assert.Equal(("refused", 2), (json.RootElement.GetProperty("result").GetString(), json.RootElement.GetProperty("line").GetInt32()));
        Assert.Contains("(line 2, byte ", run.Errors);
    }

    [Fact]
    public async Task A_question_is_written_and_its_answer_is_taken()
    {
        const string Text = "Date,Amount\n01/02/2026,1.00\n";

        var asked = await RunAsync(Text);
        Assert.Equal(1, asked.Code);
        Assert.Contains("--answer dates=dmy", asked.Errors);

        var answered = await RunAsync(Text, "--json", "--answer", "dates=dmy", "--currency", "KWD", "--account", "42");
        Assert.Equal(0, answered.Code);
        Assert.Contains("\"2026-02-01\"", answered.Output);
        Assert.Contains("\"amountMinor\": 1000", answered.Output);
        Assert.Contains("\"account\": \"42\"", answered.Output);
    }

    [Fact]
    public async Task A_file_that_is_not_there_is_refused()
    {
        var run = await CommandRun.OnFolderAsync(_folder.Path, "read-bank-file", Path.Combine(_folder.Path, "none.sta"));

        Assert.Equal((1, true), (run.Code, run.Errors.Contains("none.sta", StringComparison.Ordinal)));
    }

    private async Task<CommandRun> RunAsync(string text, params string[] words)
    {
        var file = Path.Combine(_folder.Path, "file.bin");
        await File.WriteAllTextAsync(file, text);
        return await CommandRun.OnFolderAsync(_folder.Path, ["read-bank-file", file, .. words]);
    }
}
