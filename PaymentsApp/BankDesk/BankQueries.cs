using Microsoft.EntityFrameworkCore;
using PaymentsApp.Data;
using PaymentsApp.Domain;
using PaymentsApp.Security;

#pragma warning disable CA1309 // string.Compare becomes a comparison in SQL, where both databases compare by code unit

namespace PaymentsApp.BankDesk;

/// <summary>Reads bank files, their statements and lines. Finance only.</summary>
public sealed partial class BankQueries(IDbContextFactory<AppDbContext> contexts, CurrentUser currentUser, CompanyClock clock)
{
    private const int FilesAtOnce = 20;
    private const int LinesAtOnce = 100;
    private const int ShortText = 90;

    /// <summary>Files, the latest first, each with what became of its statements.</summary>
    /// <param name="after">The last file of the page before; null: the latest files.</param>
    /// <param name="cancel">Stops reading.</param>
    /// <exception cref="AccessDeniedException">The person does not match bank lines.</exception>
    public async Task<BankFilePage> FilesAsync(BankFileKey? after, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        await currentUser.RequireAsync(Permission.MatchBankLines, db, cancel);
        var older = after is null ? db.BankFiles : db.BankFiles.Where(file =>
            file.RecordedAt < after.RecordedAt || (file.RecordedAt == after.RecordedAt && string.Compare(file.Sha256, after.Sha256) > 0));
        var files = await (
            from file in older
            join user in db.Users on file.RecordedById equals user.Id
            orderby file.RecordedAt descending, file.Sha256
            select new { file, user.DisplayName }).Take(FilesAtOnce + 1).ToListAsync(cancel);
        var shown = files.Take(FilesAtOnce).ToList();
        var ids = shown.Select(row => row.file.Id).ToArray();
        var statements = await db.BankStatements.Where(statement => ids.Contains(statement.FileId)).OrderBy(statement => statement.Position).ToListAsync(cancel);
        var rows = (await RowsAsync(db, statements, cancel)).Zip(statements).ToLookup(pair => pair.Second.FileId, pair => pair.First);
        return new BankFilePage(
            [
                .. shown.Select(row => new BankFileRow(
                    row.file.Id, row.file.FileName, row.DisplayName, clock.LocalOf(row.file.RecordedAt),
                    row.file.FinishedAt is null && !(row.file.WorkingUntil > clock.Now), row.file.FinishedAt is null && row.file.WorkingUntil > clock.Now, [.. rows[row.file.Id]])),
            ],
            files.Count > FilesAtOnce ? new BankFileKey(shown[^1].file.RecordedAt, shown[^1].file.Sha256) : null);
    }

    /// <summary>One statement; null when there is none.</summary>
    /// <exception cref="AccessDeniedException">The person does not match bank lines.</exception>
    public async Task<BankStatementView?> StatementAsync(Guid statementId, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        await currentUser.RequireAsync(Permission.MatchBankLines, db, cancel);
        var found = await (
            from statement in db.BankStatements
            where statement.Id == statementId
            join file in db.BankFiles on statement.FileId equals file.Id
            join user in db.Users on file.RecordedById equals user.Id
            select new { statement, file, user.DisplayName }).SingleOrDefaultAsync(cancel);
        return found is null
            ? null
            : new BankStatementView(
                found.file.Id, found.file.FileName, found.DisplayName, clock.LocalOf(found.file.RecordedAt), found.file.FinishedAt is not null,
                (await RowsAsync(db, [found.statement], cancel))[0]);
    }

    /// <summary>Lines of a statement in the order of the file, a hundred at once.</summary>
    /// <param name="statementId">The statement; without one there are no lines.</param>
    /// <param name="filter">Which.</param>
    /// <param name="after">The place after which the page begins; 0 for the first.</param>
    /// <param name="count">How many at least: a list that was made longer stays so when it is read again.</param>
    /// <param name="cancel">Stops reading.</param>
    /// <exception cref="AccessDeniedException">The person does not match bank lines.</exception>
    public async Task<BankLinePage> LinesAsync(Guid statementId, BankLineFilter filter, int after, int count, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var access = await currentUser.RequireAsync(Permission.MatchBankLines, db, cancel);
        var states = StatesOf(filter);
        var wanted = Math.Clamp(count, LinesAtOnce, 20 * LinesAtOnce);
        var lines = await (
            from line in db.BankLines
            where line.StatementId == statementId && line.Position > after && states.Contains(line.State)
            join user in db.Users on line.ClaimedById equals user.Id into users
            from user in users.DefaultIfEmpty()
            orderby line.Position
            select new { line, Name = user == null ? null : user.DisplayName }).Take(wanted + 1).ToListAsync(cancel);
        return new BankLinePage(
            [.. lines.Take(wanted).Select(row => RowOf(row.line, row.line.IsClaimedByOther(access.UserId, clock.Now) ? row.Name : null))], lines.Count > wanted);
    }

    /// <summary>One line; null when there is none.</summary>
    /// <exception cref="AccessDeniedException">The person does not match bank lines.</exception>
    public async Task<BankLineView?> LineAsync(Guid lineId, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var access = await currentUser.RequireAsync(Permission.MatchBankLines, db, cancel);
        if (await db.BankLines.SingleOrDefaultAsync(line => line.Id == lineId, cancel) is not { } line)
        {
            return null;
        }

        var names = await db.Users.Where(user => user.Id == line.DecidedById || user.Id == line.ClaimedById).ToDictionaryAsync(user => user.Id, user => user.DisplayName, cancel);
        var number = await db.Payments.Where(payment => payment.Id == line.PaymentId).Select(payment => (long?)payment.Number).SingleOrDefaultAsync(cancel);
        var earlier = line.EarlierLineId is not { } earlierId ? null : await (
            from other in db.BankLines
            where other.Id == earlierId
            join statement in db.BankStatements on other.StatementId equals statement.Id
            join file in db.BankFiles on statement.FileId equals file.Id
            select $"line {other.Position} of {file.FileName}").SingleOrDefaultAsync(cancel);
        var entry = BankJson.Entry(line.Entry);
        var decision = BankJson.Decision(line.Decision);
        return new BankLineView(
            line.Id, line.StatementId, line.Position, line.Amount, line.BookedOn, line.State, entry, decision is { Text.Length: > 0 } ? decision.Text : BankLineText.Of(entry), decision,
            number is null ? null : line.PaymentId, number, line.DecidedById is { } by ? names.GetValueOrDefault(by) : null,
            line.IsClaimedByOther(access.UserId, clock.Now) ? names.GetValueOrDefault(line.ClaimedById!) : null, earlier);
    }

    private static BankLineState[] StatesOf(BankLineFilter filter) => filter switch
    {
        BankLineFilter.NeedsYou => [.. BankLineStates.NeedsYou],
        BankLineFilter.Applied => [BankLineState.Applied],
        BankLineFilter.ByPeople => [.. BankLineStates.ByPeople],
        BankLineFilter.NotReceipts => [BankLineState.NotReceipt],
        BankLineFilter.Left => [BankLineState.Left],
        BankLineFilter.Duplicates => [BankLineState.Duplicate],
        _ => Enum.GetValues<BankLineState>(),
    };

    private static BankLineRow RowOf(KeptBankLine line, string? heldBy)
    {
        var entry = BankJson.Entry(line.Entry);
        var text = BankLineText.Of(entry).Replace('\n', ' ');
        var decision = BankJson.Decision(line.Decision);
        var best = decision switch
        {
            { Proposals: [var first, ..] } => $"{first.PayerName}: {string.Join(", ", first.Shares.Take(3).Select(share => share.Number))}{(first.Shares.Count > 3 ? $" and {first.Shares.Count - 3} more" : "")}",
            { Returns: [var first, ..] } => $"Returns {PaymentNumber.Format(first.Number)}, {first.PayerName}",
            _ => null,
        };
        return new BankLineRow(
            line.Id, line.Position, line.BookedOn, line.Amount, entry.PayerName, text.Length > ShortText ? $"{text[..ShortText]}…" : text, line.State, best, heldBy);
    }

    private static async Task<IReadOnlyList<BankStatementRow>> RowsAsync(AppDbContext db, IReadOnlyList<KeptBankStatement> statements, CancellationToken cancel)
    {
        var ids = statements.Select(statement => statement.Id).ToArray();
        var accountIds = statements.Select(statement => statement.BankAccountId).OfType<int>().ToArray();
        var accounts = await db.BankAccounts.Where(account => accountIds.Contains(account.Id)).ToDictionaryAsync(account => account.Id, account => account.Title, cancel);
        var parts = (await db.BankLines.Where(line => ids.Contains(line.StatementId))
                .GroupBy(line => new { line.StatementId, line.State })
                .Select(group => new { group.Key.StatementId, group.Key.State, Count = group.Count(), Sum = group.Sum(line => line.AmountMinor) }).ToListAsync(cancel))
            .ToLookup(part => part.StatementId, part => new BankTallyPart(part.State, part.Count, part.Sum));
        return
        [
            .. statements.Select(statement => new BankStatementRow(
                statement.Id, statement.BankAccountId is { } account ? accounts.GetValueOrDefault(account) : statement.Account, statement.Format, statement.Number,
                statement.FromOn, statement.ToOn, MoneyOf(statement.OpeningMinor, statement.Currency), MoneyOf(statement.ClosingMinor, statement.Currency),
                statement.AddsUp, statement.MayApplyUnasked, BankJson.Read<List<BankKeptFinding>>(statement.Findings),
                new BankTally(statement.Currency, [.. parts[statement.Id]]), statement.LineCount - parts[statement.Id].Sum(part => part.Count))),
        ];
    }

    private static Money? MoneyOf(long? minor, string currency) => minor is { } amount ? new Money(amount, currency) : null;
}
