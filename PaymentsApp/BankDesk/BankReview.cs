using System.Globalization;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using PaymentsApp.Data;
using PaymentsApp.Domain;
using PaymentsApp.Live;
using PaymentsApp.Payments;
using PaymentsApp.Security;

namespace PaymentsApp.BankDesk;

/// <summary>
/// What a person decides about lines. A line that somebody looks at is theirs for a minute; nobody waits for it, everybody else goes on with
/// another one. Of two decisions at once the first counts.
/// </summary>
public sealed partial class BankReview(
    IDbContextFactory<AppDbContext> contexts, LiveWrites writes, CurrentUser currentUser, CompanyClock clock, PaymentService payments)
{
    private const string NoLine = "There is no such bank line.";

    /// <summary>Takes a line for a minute, and lets the person's others go.</summary>
    /// <param name="lineId">The line; null: none, only let go.</param>
    /// <param name="cancel">Stops before anything is written.</param>
    /// <returns>The colleague who has it; null: it is this person's.</returns>
    /// <exception cref="AccessDeniedException">The person does not match bank lines.</exception>
    public Task<string?> ClaimAsync(Guid? lineId, CancellationToken cancel) => writes.ExecuteAsync(
        async (db, changes, cancel) =>
        {
            var access = await currentUser.RequireAsync(Permission.MatchBankLines, db, cancel);
            var others = await db.BankLines.AsTracking().Where(line => line.ClaimedById == access.UserId && line.Id != lineId).ToListAsync(cancel);
            others.ForEach(held => held.Release());

            var line = await db.BankLines.AsTracking().SingleOrDefaultAsync(line => line.Id == lineId, cancel);
            var other = line is not null && line.IsClaimedByOther(access.UserId, clock.Now) ? line.ClaimedById : null;
            var isNew = line is not null && other is null && (line.ClaimedById != access.UserId || line.ClaimedUntil <= clock.Now);
            if (line is not null && other is null)
            {
                line.Claim(access.UserId, clock.Now);
            }

            await db.SaveChangesAsync(cancel);
            if (isNew || others.Count > 0)
            {
                changes.Add(new PaymentChange(PaymentChangeKind.BankLinesChanged, null, [], [])); // to hold on to a line is no news
            }

            return other is null ? null : await db.Users.Where(user => user.Id == other).Select(user => user.DisplayName).SingleAsync(cancel);
        },
        cancel);

    /// <summary>Takes a proposal: the payment is registered, and what the line says about its payer is remembered.</summary>
    /// <param name="lineId">The line.</param>
    /// <param name="proposal">Which, from 0; of a line that takes a payment back, which payment.</param>
    /// <param name="confirmed">Payments that the person has seen and says are other ones.</param>
    /// <param name="cancel">Pass none: a decision is not cut off when the screen goes.</param>
    /// <exception cref="AccessDeniedException">The person does not match bank lines.</exception>
    public async Task<BankReviewResult> AcceptAsync(Guid lineId, int proposal, IReadOnlyCollection<Guid> confirmed, CancellationToken cancel)
    {
        ApplyBankLine command;
        await using (var db = await contexts.CreateDbContextAsync(cancel))
        {
            await currentUser.RequireAsync(Permission.MatchBankLines, db, cancel);
            if (await db.BankLines.SingleOrDefaultAsync(line => line.Id == lineId, cancel) is not { } line)
            {
                return new BankReviewResult.Refused(NoLine);
            }

            var decision = BankJson.Decision(line.Decision);
            if (decision?.Returns.ElementAtOrDefault(proposal) is { } returned)
            {
                return await ReturnAsync(line, returned, cancel);
            }

            if (decision?.Proposals.ElementAtOrDefault(proposal) is not { } taken)
            {
                return new BankReviewResult.Refused("There is no such proposal.");
            }

            var types = await db.PaymentTypes.Where(type => type.IsActive).OrderBy(type => type.SortOrder).ToListAsync(cancel);
            var format = await db.BankStatements.Where(statement => statement.Id == line.StatementId).Select(statement => statement.Format).SingleAsync(cancel);
            command = new ApplyBankLine(lineId, BankPostings.Command(line, taken, types, format, clock.Today) with { Confirmed = confirmed }, BankLineState.Accepted);
        }

        return (await payments.ApplyBankLinesAsync([command], BankLearning.ConfirmAsync, cancel))[0] switch
        {
            RegisterPaymentResult.Registered registered => new BankReviewResult.Done(registered.Number),
            RegisterPaymentResult.AlreadyRegistered registered => new BankReviewResult.Done(registered.Number),
            RegisterPaymentResult.NeedsConfirmation question => new BankReviewResult.Asks(question.Duplicates),
            RegisterPaymentResult.Refused refused => Refused(refused.Problems),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    /// <summary>Says that the line is no customer's payment.</summary>
    /// <param name="lineId">The line.</param>
    /// <param name="cancel">Pass none.</param>
    /// <exception cref="AccessDeniedException">The person does not match bank lines.</exception>
    public Task<BankReviewResult> MarkNotReceiptAsync(Guid lineId, CancellationToken cancel) => SettleAsync(lineId, BankLineState.NotReceipt, cancel);

    /// <summary>Leaves the line for later or for somebody else.</summary>
    /// <param name="lineId">The line.</param>
    /// <param name="cancel">Pass none.</param>
    /// <exception cref="AccessDeniedException">The person does not match bank lines.</exception>
    public Task<BankReviewResult> LeaveAsync(Guid lineId, CancellationToken cancel) => SettleAsync(lineId, BankLineState.Left, cancel);

    /// <summary>Takes back what was decided: a payment is reversed, anything else is only open again.</summary>
    /// <param name="lineId">The line.</param>
    /// <param name="cancel">Pass none.</param>
    /// <exception cref="AccessDeniedException">The person does not match bank lines.</exception>
    public async Task<BankReviewResult> UndoAsync(Guid lineId, CancellationToken cancel)
    {
        KeptBankLine? line;
        await using (var db = await contexts.CreateDbContextAsync(cancel))
        {
            await currentUser.RequireAsync(Permission.MatchBankLines, db, cancel);
            line = await db.BankLines.SingleOrDefaultAsync(found => found.Id == lineId, cancel);
        }

        return line is null ? new BankReviewResult.Refused(NoLine)
            : BankLineStates.IsPosted(line.State)
                ? await payments.UndoBankLineAsync(lineId, BankLearning.ContradictAsync, cancel) is CorrectionResult.Refused refused ? Refused(refused.Problems) : new BankReviewResult.Done(null)
            : line.State == BankLineState.Returned ? new BankReviewResult.Refused("A return is not undone here: register the payment again on its own page.")
            : await ReopenAsync(lineId, cancel);
    }

    /// <summary>Takes back everything that was applied unasked from a file, as far as nobody worked with it since.</summary>
    /// <param name="fileId">The file.</param>
    /// <param name="progress">Told how many lines are done.</param>
    /// <param name="cancel">Stops between two lines.</param>
    /// <exception cref="AccessDeniedException">The person does not match bank lines.</exception>
    public async Task<BankUndone> UndoFileAsync(Guid fileId, IProgress<BankImportProgress> progress, CancellationToken cancel)
    {
        List<Guid> lineIds;
        await using (var db = await contexts.CreateDbContextAsync(cancel))
        {
            await currentUser.RequireAsync(Permission.MatchBankLines, db, cancel);
            lineIds = await (
                from statement in db.BankStatements
                where statement.FileId == fileId
                join line in db.BankLines on statement.Id equals line.StatementId
                where line.State == BankLineState.Applied
                orderby statement.Position, line.Position
                select line.Id).ToListAsync(cancel);
        }

        var (done, kept) = (0, new List<string>());
        foreach (var lineId in lineIds)
        {
            cancel.ThrowIfCancellationRequested();
            if (await payments.UndoBankLineAsync(lineId, BankLearning.ContradictAsync, CancellationToken.None) is CorrectionResult.Refused refused)
            {
                kept.Add(Refused(refused.Problems).Reason);
            }
            else
            {
                done++;
            }

            progress.Report(new BankImportProgress("Undoing", done + kept.Count, lineIds.Count));
        }

        return new BankUndone(done, kept);
    }

    private BankReviewResult.Refused Refused(IEnumerable<PaymentProblem> problems) =>
        new(string.Join(' ', problems.Select(problem => PaymentProblemText.Of(problem, clock, CultureInfo.CurrentCulture))));

    private Task<BankReviewResult> SettleAsync(Guid lineId, BankLineState state, CancellationToken cancel) => ChangeAsync(
        lineId,
        line => BankLineStates.IsOpen(line.State),
        (line, recorded) => line.Settle(state, recorded, byPerson: true),
        state == BankLineState.NotReceipt ? line => FactOf(line) : null,
        cancel);

    private Task<BankReviewResult> ReopenAsync(Guid lineId, CancellationToken cancel) => ChangeAsync(
        lineId,
        line => !BankLineStates.IsPosted(line.State) && line.State != BankLineState.Returned,
        (line, recorded) => line.TakeBack(
            BankJson.Decision(line.Decision) is { Proposals.Count: > 0 } or { Returns.Count: > 0 } ? BankLineState.Proposed : BankLineState.Unmatched, line.PaymentId, recorded),
        null,
        cancel);

    private Task<BankReviewResult> ChangeAsync(
        Guid lineId, Func<KeptBankLine, bool> mayChange, Action<KeptBankLine, Recorded> change, Func<KeptBankLine, AuditFact>? fact, CancellationToken cancel) =>
        writes.ExecuteAsync<BankReviewResult>(
            async (db, changes, cancel) =>
            {
                var access = await currentUser.RequireAsync(Permission.MatchBankLines, db, cancel);
                if (await db.BankLines.AsTracking().SingleOrDefaultAsync(line => line.Id == lineId, cancel) is not { } line)
                {
                    return new BankReviewResult.Refused(NoLine);
                }

                var recorded = clock.RecordedBy(access.UserId);
                var isHeld = line.IsClaimedByOther(access.UserId, recorded.At);
                if (isHeld || !mayChange(line))
                {
                    return Refused([new PaymentProblem.BankLineTaken(isHeld ? await db.Users.Where(user => user.Id == line.ClaimedById).Select(user => user.DisplayName).SingleAsync(cancel) : null)]);
                }

                change(line, recorded);

                if (fact is not null)
                {
                    await db.AppendAuditAsync(fact(line), recorded, cancel);
                }

                await db.SaveChangesAsync(cancel);
                changes.Add(new PaymentChange(PaymentChangeKind.BankLinesChanged, null, [], []));
                return new BankReviewResult.Done(null);
            },
            cancel);

    private static AuditFact FactOf(KeptBankLine line) => new AuditFact(
        "MarkedNotReceipt", "BankLine", line.Id.ToString(),
        JsonSerializer.Serialize(new { statementId = line.StatementId, position = line.Position, amountMinor = line.AmountMinor, currency = line.Currency }));
}
