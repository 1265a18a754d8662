using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using PaymentsApp.Banking;
using PaymentsApp.Banking.Reading;
using PaymentsApp.Data;
using PaymentsApp.Domain;
using PaymentsApp.Live;
using PaymentsApp.Payments;
using PaymentsApp.Security;

namespace PaymentsApp.BankDesk;

/// <summary>
/// Brings a bank's file in: keeps it, stores its lines, decides them and applies what is safe, in short transactions. Cancelled or
/// interrupted anywhere, what is stored is right, and going on does the rest: nothing is stored or applied twice.
/// </summary>
public sealed partial class BankImport(
    IDbContextFactory<AppDbContext> contexts, LiveWrites writes, CurrentUser currentUser, CompanyClock clock, PaymentService payments, ILogger<BankImport> logger)
{
    /// <summary>The largest file that is taken, in bytes: months of a busy account.</summary>
    public const int BytesMax = 50 * 1024 * 1024;

    private const int StoredAtOnce = 500;
    private const string AccountBusy = "Somebody is importing a file of the same account right now. Try again when it is done.";

    private readonly ILogger _logger = logger;

    /// <summary>Keeps the file and works it through.</summary>
    /// <param name="fileName">As the browser said it.</param>
    /// <param name="bytes">The whole file.</param>
    /// <param name="answers">To the questions of an earlier try; none at first.</param>
    /// <param name="progress">Told as it goes.</param>
    /// <param name="cancel">Stops between two transactions.</param>
    /// <exception cref="AccessDeniedException">The person does not match bank lines.</exception>
    public async Task<BankImportResult> ImportAsync(
        string fileName, byte[] bytes, IReadOnlyDictionary<string, string> answers, IProgress<BankImportProgress> progress, CancellationToken cancel)
    {
        var (currency, accounts) = await SettingsAsync(cancel);
        if (bytes.Length > BytesMax)
        {
            return new BankImportResult.Refused($"The file is larger than {BytesMax / 1024 / 1024} MB.");
        }

        progress.Report(new BankImportProgress("Reading", 0, 0));
        var choices = new BankFileChoices { Answers = answers, Currency = currency };
        var reading = await Task.Run(() => BankFileReader.Read(bytes, choices, cancel), cancel);
        if (reading is BankFileReading.Asks && await RememberedAsync(answers, cancel) is { } remembered)
        {
            choices = choices with { Answers = remembered };
            reading = await Task.Run(() => BankFileReader.Read(bytes, choices, cancel), cancel);
        }

        switch (reading)
        {
            case BankFileReading.Asks asks:
                return new BankImportResult.Asks(asks.Questions);
            case BankFileReading.Refused refused:
                return new BankImportResult.Refused(refused.At is { } at ? $"{refused.Reason} (line {at.Line})" : refused.Reason);
            case BankFileReading.Read { File: var file }:
                var (lease, earlier) = await KeepAsync(CleanName(fileName), file, choices, accounts, currency, cancel);
                if (earlier is not null)
                {
                    return earlier;
                }

                await WorkAsync(lease, file, progress, cancel);
                return new BankImportResult.Imported(lease.FileId);
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    /// <summary>Goes on with a file whose import was interrupted.</summary>
    /// <param name="fileId">The file.</param>
    /// <param name="progress">Told as it goes.</param>
    /// <param name="cancel">Stops between two transactions.</param>
    /// <returns>Null when it is done, else a sentence that says why not.</returns>
    /// <exception cref="AccessDeniedException">The person does not match bank lines.</exception>
    public async Task<string?> ContinueAsync(Guid fileId, IProgress<BankImportProgress> progress, CancellationToken cancel)
    {
        KeptBankFileContent content;
        await using (var db = await contexts.CreateDbContextAsync(cancel))
        {
            await currentUser.RequireAsync(Permission.MatchBankLines, db, cancel);
            if (await db.BankFiles.AsNoTracking().SingleOrDefaultAsync(file => file.Id == fileId, cancel) is not { } file)
            {
                return "There is no such bank file.";
            }

            if (file.FinishedAt is not null)
            {
                return null;
            }

            content = await db.BankFileContents.AsNoTracking().SingleAsync(content => content.Id == fileId, cancel);
        }

        var choices = BankJson.Read<BankFileChoices>(content.Answers);
        if (await Task.Run(() => BankFileReader.Read(content.Bytes, choices, cancel), cancel) is not BankFileReading.Read read)
        {
            return "The file cannot be read any more by this version of the program.";
        }

        if (await TakeAsync(fileId, cancel) is not { } lease)
        {
            return "Somebody is working on this file, or on another one of the same account, right now.";
        }

        await WorkAsync(lease, read.File, progress, cancel);
        return null;
    }

    private async Task<(string Currency, IReadOnlyList<BankAccount> Accounts)> SettingsAsync(CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        await currentUser.RequireAsync(Permission.MatchBankLines, db, cancel);
        return (await db.CompanySettings.Select(settings => settings.Currency).SingleAsync(cancel), await db.BankAccounts.AsNoTracking().ToListAsync(cancel));
    }

    // A table that cannot be told otherwise has no account in it: what was answered counts when all accounts answered alike.
    private async Task<Dictionary<string, string>?> RememberedAsync(IReadOnlyDictionary<string, string> given, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var kept = await db.BankFileAnswers.AsNoTracking().ToListAsync(cancel);
        var answers = kept.GroupBy(answer => answer.Key).Where(group => group.Select(answer => answer.Value).Distinct().Count() == 1)
            .ToDictionary(group => group.Key, group => group.First().Value);
        foreach (var (key, value) in given)
        {
            answers[key] = value;
        }

        return answers.Count > given.Count ? answers : null;
    }

    // File and statements in one transaction: what is there is whole but for its lines.
    private Task<(BankLease Lease, BankImportResult? Earlier)> KeepAsync(
        string fileName, BankFile file, BankFileChoices choices, IReadOnlyList<BankAccount> accounts, string currency, CancellationToken cancel) =>
        writes.ExecuteAsync<(BankLease, BankImportResult?)>(
            async (db, changes, cancel) =>
            {
                var access = await currentUser.RequireAsync(Permission.MatchBankLines, db, cancel);
                await db.LockLedgerHeadAsync(cancel); // two people drop files of one account at once: the second sees the first
                if (await (
                    from there in db.BankFiles
                    where there.Sha256 == file.Sha256
                    join user in db.Users on there.RecordedById equals user.Id
                    select new { there.Id, there.FileName, user.DisplayName, there.RecordedAt }).SingleOrDefaultAsync(cancel) is { } earlier)
                {
                    return (new BankLease(earlier.Id, default), new BankImportResult.AlreadyImported(earlier.Id, earlier.FileName, earlier.DisplayName, clock.LocalOf(earlier.RecordedAt)));
                }

                if (await IsAccountBusyAsync(db, Guid.Empty, [.. file.Statements.Select(statement => statement.Account)], cancel))
                {
                    return (new BankLease(Guid.Empty, default), new BankImportResult.Refused(AccountBusy));
                }

                var recorded = clock.RecordedBy(access.UserId);
                var kept = new KeptBankFile(Guid.CreateVersion7(recorded.At), fileName, file.Sha256, file.Raw.Length, recorded.At, recorded.ById);
                kept.Work(recorded.At + WorkFor);
                db.BankFiles.Add(kept);
                db.BankFileContents.Add(new KeptBankFileContent(kept.Id, file.Raw.ToArray()) { Answers = BankJson.Write(choices) });
                var lines = file.Statements.Sum(statement => statement.Entries.Count);
                foreach (var (i, statement) in file.Statements.Index())
                {
                    var account = BankStore.AccountOf(accounts, statement.Account, statement.Currency);
                    db.BankStatements.Add(BankStore.Statement(Guid.CreateVersion7(recorded.At), kept.Id, i + 1, statement, currency, account?.Id));
                    if (account is not null)
                    {
                        await RememberAsync(db, account.Id, choices.Answers, cancel);
                    }
                }

                await db.AppendAuditAsync(
                    new AuditFact("Imported", "BankFile", kept.Id.ToString(), JsonSerializer.Serialize(new
                    {
                        fileName = kept.FileName,
                        sha256 = kept.Sha256,
                        bytes = kept.Length,
                        statements = file.Statements.Count,
                        lines,
                    })),
                    recorded,
                    cancel);
                await db.SaveChangesAsync(cancel);
                changes.Add(new PaymentChange(PaymentChangeKind.BankLinesChanged, null, [], []));
                _logger.Stored(kept.Id, lines, access.UserId);
                return (new BankLease(kept.Id, recorded.At + WorkFor), null);
            },
            cancel);

    private static async Task RememberAsync(AppDbContext db, int accountId, IReadOnlyDictionary<string, string> answers, CancellationToken cancel)
    {
        foreach (var (key, value) in answers.Where(answer => answer.Key.Length <= BankFileAnswer.TextLength && answer.Value.Length <= BankFileAnswer.TextLength))
        {
            if (await db.BankFileAnswers.AsTracking().SingleOrDefaultAsync(answer => answer.BankAccountId == accountId && answer.Key == key, cancel) is { } kept)
            {
                kept.Value = value;
            }
            else if (db.BankFileAnswers.Local.All(answer => answer.BankAccountId != accountId || answer.Key != key))
            {
                db.BankFileAnswers.Add(new BankFileAnswer(accountId, key, value));
            }
        }
    }

    private static string CleanName(string name)
    {
        var last = name[(name.LastIndexOfAny(['/', '\\']) + 1)..];
        var clean = new string([.. last.Where(c => !char.IsControl(c))]).Trim();
        return clean.Length == 0 ? "bank file" : clean[..Math.Min(clean.Length, KeptBankFile.FileNameLength)];
    }
}
