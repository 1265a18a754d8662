using PaymentsApp.CommandLine;
using PaymentsApp.Tests.Support;

namespace PaymentsApp.Tests.CommandLine;

public sealed class ImportInvoicesCommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly StringWriter _output = new();
    private readonly StringWriter _errors = new();

    public void Dispose()
    {
        _output.Dispose();
        _errors.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task A_clean_file_is_taken_and_a_second_time_adds_nothing()
    {
        var path = Write("Invoice number,Customer,Amount", "1,C1,10.00", "2,C1,20.00");

        Assert.Equal(ExitCode.Done, await RunAsync(path));
        Assert.Contains("2 lines: 2 invoices added, 0 already there, 0 rejected, 0 payments registered.", _output.ToString());
        Assert.Equal(ExitCode.Done, await RunAsync(path));
        Assert.Contains("2 lines: 0 invoices added, 2 already there", _output.ToString());
        Assert.Empty(_errors.ToString());
    }

    [Fact]
    public async Task Rejected_lines_end_in_exit_code_1_and_in_a_file()
    {
        var rejected = _folder.File("bad.csv");

        Assert.Equal(ExitCode.Problems, await RunAsync(Write("Invoice number,Customer,Amount", "1,C1,10.00", "2,C1,0.00"), "--rejected", rejected));
        Assert.Contains("line 3: The total is zero.", _output.ToString());
        Assert.Contains("2,C1,0.00", await File.ReadAllTextAsync(rejected));
    }

    [Fact]
    public async Task A_check_writes_nothing()
    {
        var path = Write("Invoice number,Customer,Amount", "1,C1,10.00");

        Assert.Equal(ExitCode.Done, await RunAsync(path, "--check"));
        Assert.Contains("1 invoices would be added", _output.ToString());
        Assert.Equal(ExitCode.Done, await RunAsync(path));
        Assert.Contains("1 lines: 1 invoices added", _output.ToString());
    }

    [Fact]
    public async Task Open_questions_are_refused_and_options_answer_them()
    {
        var path = Write("Reference;Number;Customer;Amount;Date", "A-1;1;C1;1,234;1/2/2026");

        Assert.Equal(ExitCode.Refused, await RunAsync(path));
        Assert.Contains("(--column invoice-number=NAME)", _errors.ToString());
        Assert.Contains("(--decimal-mark . or ,)", _errors.ToString());
        Assert.Contains("(--date-order issue-date=mdy or dmy)", _errors.ToString());
        Assert.Equal(
            ExitCode.Done,
            await RunAsync(path, "--column", "invoice-number=Number", "--decimal-mark", ".", "--date-order", "dmy", "--currency", "eur", "--round-extra-decimals"));
    }

    [Theory]
    [InlineData("There is no file", "/no/such/file.csv")]
    public async Task A_missing_file_is_refused(string expected, string path)
    {
        Assert.Equal(ExitCode.Refused, await RunAsync(path));
        Assert.Contains(expected, _errors.ToString());
    }

    [Theory]
    [InlineData("“colour” is not a field.", "--column", "colour=Amount")]
    [InlineData("The file has no column “Sum”.", "--column", "amount=Sum")]
    [InlineData("The order of dates is mdy, dmy or ymd and not “ydm”.", "--date-order", "ydm")]
    [InlineData("“amount” is not a field with dates.", "--date-order", "amount=dmy")]
    [InlineData("The decimal mark is . or , and not “;”.", "--decimal-mark", ";")]
    [InlineData("“DOLLAR” is not a currency code such as USD or EUR.", "--currency", "dollar")]
    public async Task A_wrong_option_is_refused_with_a_sentence(string expected, params string[] options)
    {
        Assert.Equal(ExitCode.Refused, await RunAsync(Write("Invoice number,Customer,Amount", "1,C1,10.00"), options));
        Assert.Contains(expected, _errors.ToString());
    }

    [Fact]
    public async Task An_unreadable_file_is_refused_and_the_way_out_is_named()
    {
        var path = _folder.File("latin.csv");
        await File.WriteAllBytesAsync(path, [.. "Invoice number,Customer,Amount\n1,M"u8, 0xFC, .. "ller,10.00\n"u8]);

        Assert.Equal(ExitCode.Refused, await RunAsync(path));
        Assert.Contains("--encoding windows-1252", _errors.ToString());
        Assert.Equal(ExitCode.Done, await RunAsync(path, "--encoding", "windows-1252"));
    }

    private Task<int?> RunAsync(string path, params string[] options) => Commands.RunAsync(
        Commands.All,
        ["import", "invoices", path, .. options, $"--Database:Folder={_folder.File("data")}", "--Database:Provider=Sqlite"],
        _output,
        _errors,
        default);

    private string Write(params string[] lines)
    {
        var path = _folder.File("invoices.csv");
        File.WriteAllLines(path, lines);
        return path;
    }
}
