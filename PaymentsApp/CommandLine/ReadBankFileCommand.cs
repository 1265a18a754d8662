using System.Globalization;
using PaymentsApp.Banking;
using PaymentsApp.Banking.Reading;

namespace PaymentsApp.CommandLine;

/// <summary>Shows what is in a bank's file, without a database.</summary>
internal static class ReadBankFileCommand
{
    // Well below twenty times the file and 64 MB, which it may take at most.
    private const long AllowanceFactor = 10;
    private const long AllowanceFixed = 24 * 1024 * 1024;

    private const string Json = "--json";
    private const string Answer = "--answer";
    private const string Currency = "--currency";
    private const string Account = "--account";

    public static Command Command { get; } = new(
        "read-bank-file",
        ["FILE"],
        "Shows the statements in a bank's file: camt, MT940, OFX, QIF, BAI2, NACHA, EDI 820, lockbox, CSV, XLSX, zip.",
        [
            new(Json, null, "Write everything as JSON; docs/BANK-FILES.md has its shape."),
            new(Answer, "KEY=VALUE", "Answer a question about the file, for example dates=dmy. Repeatable."),
            new(Currency, "CODE", "The currency of a file that names none."),
            new(Account, "NUMBER", "The account of a file that names none."),
        ],
        RunAsync)
    {
        Notes = "Nothing is stored and no database is needed. A file that can be read in two ways is not read:\n"
            + "the question is written, to be answered with --answer.",
        ExitCodes = "0 read, 1 refused or a question is open, 2 wrong arguments",
    };

    private static async Task<int> RunAsync(CommandCall call, CancellationToken cancel)
    {
        if (Choices(call.Arguments) is not { } choices)
        {
            return await call.RefuseAsync($"{Answer} wants KEY=VALUE.");
        }

        var path = call.Arguments.Operands[0];
        using var guard = new MemoryGuard(AllowanceFixed + (AllowanceFactor * (File.Exists(path) ? new FileInfo(path).Length : 0)));
        var reading = await ReadAsync(path, choices, cancel);
        if (call.Arguments.Has(Json))
        {
            BankFileJson.Write(reading, call.Output);
        }

        switch (reading)
        {
            case BankFileReading.Read read:
                if (!call.Arguments.Has(Json))
                {
                    await SayAsync(read.File, call.Output);
                }

                return ExitCode.Done;
            case BankFileReading.Refused refused:
                var place = refused.At is { } at ? string.Create(CultureInfo.InvariantCulture, $" (line {at.Line}, byte {at.Offset})") : "";
                await call.Errors.WriteLineAsync($"{refused.Reason}{place}");
                return ExitCode.Problems;
            case BankFileReading.Asks asks:
                foreach (var question in asks.Questions)
                {
                    await call.Errors.WriteLineAsync(question.Text);
                    foreach (var option in question.Options)
                    {
                        await call.Errors.WriteLineAsync($"  {Answer} {question.Key}={option.Value}  {option.Example}");
                    }
                }

                return ExitCode.Problems;
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    private static async Task<BankFileReading> ReadAsync(string path, BankFileChoices choices, CancellationToken cancel)
    {
        try
        {
            if (new FileInfo(path).Length > BankFileReader.BytesMax)
            {
                return new BankFileReading.Refused("The file is too large.", null);
            }

            return BankFileReader.Read(await File.ReadAllBytesAsync(path, cancel), choices, cancel);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return new BankFileReading.Refused(e.Message, null);
        }
    }

    private static BankFileChoices? Choices(CommandArguments arguments)
    {
        var answers = arguments.All(Answer).Select(answer => answer.Split('=', 2)).ToList();
        return answers.Exists(answer => answer.Length < 2)
            ? null
            : new BankFileChoices
            {
                Answers = answers.GroupBy(answer => answer[0]).ToDictionary(group => group.Key, group => group.Last()[1]),
                Currency = Domain.Currency.Find(arguments.Value(Currency)),
                Account = arguments.Value(Account),
            };
    }

    private static async Task SayAsync(BankFile file, TextWriter output)
    {
        foreach (var statement in file.Statements)
        {
            await output.WriteLineAsync(
                $"{statement.Format}, account {statement.Account ?? "unknown"}, statement {statement.StatementId ?? statement.Number ?? "without number"}: "
                + $"{statement.RawEntries} entries, {statement.ReadEntries} read, {statement.ReportedEntries} reported");
            foreach (var finding in statement.Findings)
            {
                await output.WriteLineAsync($"  line {finding.At.Line}: {finding.Message}");
            }
        }

        foreach (var finding in file.Findings)
        {
            await output.WriteLineAsync(finding.Message);
        }
    }
}
