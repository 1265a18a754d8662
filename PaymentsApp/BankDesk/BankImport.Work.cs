using Microsoft.EntityFrameworkCore;
using PaymentsApp.Banking;
using PaymentsApp.Data;
using PaymentsApp.Domain;
using PaymentsApp.Live;
using PaymentsApp.Payments;
using PaymentsApp.Security;

namespace PaymentsApp.BankDesk;

// The work on a kept file: each step does what is not done yet.
public sealed partial class BankImport
{
    private const int AppliedAtOnce = 25;

    // A step takes well under a second; who died in the middle is no longer waited for.
    private static readonly TimeSpan WorkFor = TimeSpan.FromMinutes(1);

    // Lines are told from those that came before by reading them: two imports of one account at once would not see each other's.
    private async Task<bool> IsAccountBusyAsync(AppDbContext db, Guid fileId, IReadOnlyList<string?> accounts, CancellationToken cancel)
    {
        var now = clock.Now;
        var busy = await (
            from file in db.BankFiles
            where file.Id != fileId && file.FinishedAt == null && file.WorkingUntil > now
            join statement in db.BankStatements on file.Id equals statement.FileId
            select statement.Account).Distinct().ToListAsync(cancel);
        return busy.Exists(account => accounts.Any(other => BankAccounts.AreSame(account, other)));
    }

    /// <summary>Takes a file that nobody works on; null when somebody does, or imports another file of one of its accounts.</summary>
    private Task<BankLease?> TakeAsync(Guid fileId, CancellationToken cancel) => writes.ExecuteAsync(
        async (db, changes, cancel) =>
        {
            await currentUser.RequireAsync(Permission.MatchBankLines, db, cancel);
            await db.LockLedgerHeadAsync(cancel);
            var kept = await db.BankFiles.AsTracking().SingleAsync(file => file.Id == fileId, cancel);
            var accounts = await db.BankStatements.Where(statement => statement.FileId == fileId).Select(statement => statement.Account).ToListAsync(cancel);
            if (kept.WorkingUntil > clock.Now || await IsAccountBusyAsync(db, fileId, accounts, cancel))
            {
                return null;
            }

            var lease = new BankLease(fileId, clock.Now + WorkFor);
            kept.Work(lease.Until);
            await db.SaveChangesAsync(cancel);
            changes.Add(new PaymentChange(PaymentChangeKind.BankLinesChanged, null, [], []));
            return lease;
        },
        cancel);

    private async Task WorkAsync(BankLease lease, BankFile file, IProgress<BankImportProgress> progress, CancellationToken cancel)
    {
        var applied = 0;
        try
        {
            await StoreLinesAsync(lease, file, progress, cancel);
            await MatchAsync(lease, progress, cancel);
            applied = await ApplyAsync(lease, progress, cancel);
        }
        catch
        {
            await EndAsync(lease, isDone: false);
            throw;
        }

        await EndAsync(lease, isDone: true);
        _logger.Applied(lease.FileId, applied);
    }

    private async Task StoreLinesAsync(BankLease lease, BankFile file, IProgress<BankImportProgress> progress, CancellationToken cancel)
    {
        List<KeptBankStatement> statements;
        await using (var db = await contexts.CreateDbContextAsync(cancel))
        {
            statements = await db.BankStatements.AsNoTracking().Where(statement => statement.FileId == lease.FileId).OrderBy(statement => statement.Position).ToListAsync(cancel);
        }

        var (total, done) = (statements.Sum(statement => statement.LineCount), 0);
        foreach (var (statement, read) in statements.Zip(file.Statements))
        {
            List<KeptBankLine> missing;
            await using (var db = await contexts.CreateDbContextAsync(cancel))
            {
                var stored = await db.BankLines.CountAsync(line => line.StatementId == statement.Id, cancel);
                missing = stored == statement.LineCount ? [] : [.. BankStore.Lines(statement, read, await BankStore.KnownAsync(db, statement, cancel), clock.Now).Skip(stored)];
                done += stored;
            }

            foreach (var lines in missing.Chunk(StoredAtOnce))
            {
                await RenewAsync(lease, cancel, lines);
                progress.Report(new BankImportProgress("Storing", done += lines.Length, total));
            }
        }
    }

    private async Task MatchAsync(BankLease lease, IProgress<BankImportProgress> progress, CancellationToken cancel)
    {
        List<KeptBankLine> lines;
        HashSet<Guid> mayApply;
        BankMatcher matcher;
        await using (var db = await contexts.CreateDbContextAsync(cancel))
        {
            lines = await LinesAsync(db, lease.FileId, BankLineState.Waiting, cancel);
            if (lines.Count == 0)
            {
                return;
            }

            mayApply = await db.BankStatements.Where(statement => statement.FileId == lease.FileId && statement.MayApplyUnasked).Select(statement => statement.Id).ToHashSetAsync(cancel);
            progress.Report(new BankImportProgress("Matching", 0, lines.Count));
            matcher = await BankMatcher.LoadAsync(db, cancel);
        }

        var receipts = lines.Where(IsReceipt).ToList();
        await RenewAsync(lease, cancel);
        var decided = (await matcher.DecideAsync(receipts, clock.Today)).Zip(receipts).ToDictionary(pair => pair.Second.Id, pair => pair.First);
        await RenewAsync(lease, cancel);
        var done = 0;
        foreach (var some in lines.Chunk(StoredAtOnce))
        {
            await writes.ExecuteAsync(
                async (db, changes, cancel) =>
                {
                    await currentUser.RequireAsync(Permission.MatchBankLines, db, cancel);
                    var ids = some.Select(line => line.Id).ToArray();
                    foreach (var line in await db.BankLines.AsTracking().Where(line => ids.Contains(line.Id) && line.State == BankLineState.Waiting).ToListAsync(cancel))
                    {
                        await DecideAsync(db, line, decided.TryGetValue(line.Id, out var made) ? made : null, mayApply.Contains(line.StatementId), cancel);
                    }

                    await db.SaveChangesAsync(cancel);
                    changes.Add(new PaymentChange(PaymentChangeKind.BankLinesChanged, null, [], []));
                    return true;
                },
                cancel);
            await RenewAsync(lease, cancel);
            progress.Report(new BankImportProgress("Matching", done += some.Length, lines.Count));
        }
    }

    private static bool IsReceipt(KeptBankLine line) =>
        line.AmountMinor > 0 && BankJson.Entry(line.Entry) is { Status: BankEntryStatus.Booked, IsReversal: false };

    private static async Task DecideAsync(AppDbContext db, KeptBankLine line, (BankDecision Decision, bool IsSure)? made, bool mayApply, CancellationToken cancel)
    {
        if (made is not var (decision, isSure))
        {
            var entry = BankJson.Entry(line.Entry);
            var returned = entry.Status == BankEntryStatus.Booked && line.AmountMinor < 0 && (entry.IsReversal || entry.ReturnReason is not null);
            var (state, words) = returned ? await BankReturns.FindAsync(db, line, entry, cancel)
                : entry.Status != BankEntryStatus.Booked ? (BankLineState.NotReceipt, BankDecision.Nothing.Saying("Only announced: the money is not on the account yet."))
                : line.AmountMinor > 0 ? (BankLineState.Unmatched, BankDecision.Nothing.Saying("The bank takes back one of its own bookings; no customer paid."))
                : (BankLineState.NotReceipt, BankDecision.Nothing.Saying("Money that went out."));
            line.Decide(state, BankJson.Write(words));
            return;
        }

        var held = !isSure ? null
            : !mayApply ? "Sure, and not applied unasked: opening balance, lines and closing balance of this statement do not prove each other."
            : line.EarlierLineId is not null ? "Sure, and not applied unasked: an earlier file has a line that may be the same."
            : null;
        line.Decide(
            isSure && held is null ? BankLineState.Sure : decision.Proposals.Count > 0 ? BankLineState.Proposed : BankLineState.Unmatched,
            BankJson.Write(held is null ? decision : decision with { Words = [held, .. decision.Words.Skip(1)] }),
            decision.Proposals.Count > 0 ? decision.Proposals[0].ChanceMillionths : 0,
            Banking.Matching.MatchRules.Version);
    }

    private async Task<int> ApplyAsync(BankLease lease, IProgress<BankImportProgress> progress, CancellationToken cancel)
    {
        List<KeptBankLine> lines;
        List<PaymentType> types;
        Dictionary<Guid, string> formats;
        await using (var db = await contexts.CreateDbContextAsync(cancel))
        {
            lines = await LinesAsync(db, lease.FileId, BankLineState.Sure, cancel);
            types = await db.PaymentTypes.AsNoTracking().Where(type => type.IsActive).OrderBy(type => type.SortOrder).ToListAsync(cancel);
            formats = await db.BankStatements.Where(statement => statement.FileId == lease.FileId).ToDictionaryAsync(statement => statement.Id, statement => statement.Format, cancel);
        }

        var (done, applied) = (0, 0);
        foreach (var some in lines.Chunk(AppliedAtOnce))
        {
            ApplyBankLine[] commands =
            [
                .. some.Select(line => new ApplyBankLine(
                    line.Id,
                    BankPostings.Command(line, BankJson.Decision(line.Decision)!.Proposals[0], types, formats[line.StatementId], clock.Today) with { Confirmed = [] },
                    BankLineState.Applied)),
            ];
            var results = await payments.ApplyBankLinesAsync(commands, BankLearning.Nothing, cancel);
            var refused = commands.Zip(results).Where(pair => pair.Second is RegisterPaymentResult.Refused or RegisterPaymentResult.NeedsConfirmation)
                .ToDictionary(pair => pair.First.LineId, pair => WhyNot(pair.Second));
            await RenewAsync(lease, cancel, [], refused);
            applied += some.Length - refused.Count;
            progress.Report(new BankImportProgress("Applying", done += some.Length, lines.Count));
        }

        return applied;
    }

    private string WhyNot(RegisterPaymentResult result) => result switch
    {
        RegisterPaymentResult.NeedsConfirmation question =>
            $"Not applied unasked: payment {PaymentNumber.Format(question.Duplicates[0].Number)} may be the same money, registered by hand.",
        RegisterPaymentResult.Refused refused =>
            "Not applied unasked: " + string.Join(' ', refused.Problems.Select(problem => PaymentProblemText.Of(problem, clock, System.Globalization.CultureInfo.InvariantCulture))),
        _ => "Not applied unasked.",
    };

    private static Task<List<KeptBankLine>> LinesAsync(AppDbContext db, Guid fileId, BankLineState state, CancellationToken cancel) =>
        (from statement in db.BankStatements
         where statement.FileId == fileId
         join line in db.BankLines on statement.Id equals line.StatementId
         where line.State == state
         orderby statement.Position, line.Position
         select line).AsNoTracking().ToListAsync(cancel);

    // Each step says that the file is still worked on; who was so slow that somebody else took it stops here.
    private async Task RenewAsync(BankLease lease, CancellationToken cancel, IReadOnlyList<KeptBankLine>? added = null, Dictionary<Guid, string>? refused = null) =>
        lease.Until = await writes.ExecuteAsync(
            async (db, changes, cancel) =>
            {
                await currentUser.RequireAsync(Permission.MatchBankLines, db, cancel); // a right that was taken away ends the import
                var kept = await db.BankFiles.AsTracking().SingleAsync(file => file.Id == lease.FileId, cancel);
                if (kept.WorkingUntil != lease.Until)
                {
                    throw new OperationCanceledException("Somebody else goes on with this file.");
                }

                var until = clock.Now + WorkFor;
                kept.Work(until);
                db.BankLines.AddRange(added ?? []);
                var ids = (refused ?? []).Keys.ToArray();
                foreach (var line in await db.BankLines.AsTracking().Where(line => ids.Contains(line.Id) && line.State == BankLineState.Sure).ToListAsync(cancel))
                {
                    line.Decide(BankLineState.Proposed, BankJson.Write(BankJson.Decision(line.Decision)!.Saying(refused![line.Id])), line.ScoreMillionths);
                }

                await db.SaveChangesAsync(cancel);
                changes.Add(new PaymentChange(PaymentChangeKind.BankLinesChanged, null, [], []));
                return until;
            },
            cancel);

    // Only the holder ends the work; not cancelled with it.
    private Task<bool> EndAsync(BankLease lease, bool isDone) => writes.ExecuteAsync(
        async (db, changes, cancel) =>
        {
            var kept = await db.BankFiles.AsTracking().SingleAsync(file => file.Id == lease.FileId, cancel);
            if (kept.WorkingUntil != lease.Until)
            {
                return false;
            }

            if (isDone)
            {
                kept.Finish(clock.Now);
            }
            else
            {
                kept.Stop();
            }

            await db.SaveChangesAsync(cancel);
            changes.Add(new PaymentChange(PaymentChangeKind.BankLinesChanged, null, [], []));
            return true;
        },
        CancellationToken.None);
}
