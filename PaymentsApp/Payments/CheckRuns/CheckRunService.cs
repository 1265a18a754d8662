using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using PaymentsApp.Data;
using PaymentsApp.Domain;
using PaymentsApp.Live;
using PaymentsApp.Security;

namespace PaymentsApp.Payments.CheckRuns;

/// <summary>
/// Keeps check runs while they are typed and posts them. Each check is a payment of its own with the id of its line, registered by
/// <see cref="PaymentService"/>: a run whose posting was interrupted is posted again, and only the rest is registered.
/// </summary>
public sealed partial class CheckRunService(
    IDbContextFactory<AppDbContext> contexts, LiveWrites writes, CurrentUser currentUser, CompanyClock clock, PaymentService payments)
{
    private const string NoRun = "There is no such check run.";
    private const string Other = "A colleague changed this run meanwhile. It is shown as it is now; nothing of yours was written.";
    private const string Posting = "This run is being posted right now. If that was cut off, it can be changed again after two minutes.";
    private const string AlreadyPosted = "This run is posted.";

    /// <summary>The most runs that the list shows.</summary>
    private const int ListMax = 50;

    /// <summary>Runs that are not posted, then the latest that are.</summary>
    /// <exception cref="AccessDeniedException">The person does not run checks.</exception>
    public async Task<IReadOnlyList<CheckRunLine>> ListAsync(CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        await currentUser.RequireAsync(Permission.RunChecks, db, cancel);
        var runs = await (
            from batch in db.PaymentBatches
            join user in db.Users on batch.ChangedById equals user.Id
            orderby batch.PostedAt != null, batch.ChangedAt descending
            select new { batch.Id, batch.ReceivedOn, batch.CheckCount, batch.TotalMinor, batch.Currency, user.DisplayName, batch.ChangedAt, IsPosted = batch.PostedAt != null })
            .Take(ListMax).ToListAsync(cancel);
        return
        [
            .. runs.Select(run => new CheckRunLine(
                run.Id, run.ReceivedOn, run.CheckCount, new Money(run.TotalMinor, run.Currency), run.DisplayName, clock.LocalOf(run.ChangedAt), run.IsPosted)),
        ];
    }

    /// <summary>The currency of a new run: the company's.</summary>
    /// <exception cref="AccessDeniedException">The person does not run checks.</exception>
    public async Task<string> CurrencyAsync(CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        await currentUser.RequireAsync(Permission.RunChecks, db, cancel);
        return await db.CompanySettings.Select(settings => settings.Currency).SingleAsync(cancel);
    }

    /// <summary>One run; null when there is none.</summary>
    /// <exception cref="AccessDeniedException">The person does not run checks.</exception>
    public async Task<CheckRun?> FindAsync(Guid id, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        await currentUser.RequireAsync(Permission.RunChecks, db, cancel);
        if (await db.PaymentBatches.AsNoTracking().SingleOrDefaultAsync(batch => batch.Id == id, cancel) is not { } batch)
        {
            return null;
        }

        var rows = Rows(batch);
        var payerIds = rows.Select(row => row.Check.PayerId).OfType<int>().Distinct().ToList();
        var payers = await db.Organizations.Where(payer => payerIds.Contains(payer.Id)).ToDictionaryAsync(payer => payer.Id, payer => payer.Name, cancel);
        return new CheckRun(
            batch.Id, batch.Version, batch.ReceivedOn, batch.Currency, batch.ControlTotalMinor is { } minor ? new Money(minor, batch.Currency) : null, rows, payers,
            await RegisteredAsync(db, rows, cancel), batch.PostedAt is not null)
        {
            Typing = Content(batch).Find(row => row.IsTyping),
        };
    }

    /// <summary>Keeps a run as it is typed. A check that is a payment already stays as it was registered.</summary>
    /// <exception cref="AccessDeniedException">The person does not run checks.</exception>
    public Task<SaveCheckRunResult> SaveAsync(SaveCheckRun command, CancellationToken cancel) => writes.ExecuteAsync<SaveCheckRunResult>(
        async (db, changes, cancel) =>
        {
            var access = await currentUser.RequireAsync(Permission.RunChecks, db, cancel);
            var recorded = clock.RecordedBy(access.UserId);
            var batch = await db.PaymentBatches.AsTracking().SingleOrDefaultAsync(found => found.Id == command.Id, cancel);
            if (CheckChange(batch, command.Version, recorded) is { } reason)
            {
                return new SaveCheckRunResult.Refused(reason);
            }

            if (Check(command) is { } problem)
            {
                return new SaveCheckRunResult.Refused(problem);
            }

            if (batch is null)
            {
                batch = new PaymentBatch(command.Id, command.ReceivedOn, command.Currency, recorded.At, recorded.ById);
                db.PaymentBatches.Add(batch);
            }

            var before = Rows(batch);
            var registered = await RegisteredAsync(db, [.. before, .. command.Rows], cancel);
            var frozen = before.Where(row => registered.ContainsKey(row.PaymentId)).ToDictionary(row => row.PaymentId);
            List<CheckRunRow> rows =
            [
                .. command.Rows.Select(row => frozen.Remove(row.PaymentId, out var asRegistered) ? asRegistered : row with { Check = row.Check.WithoutCardNumbers() }),
                .. frozen.Values, // one that was registered cannot be taken out
            ];
            batch.Change(
                command.ReceivedOn, command.ControlTotal?.Minor, Written(rows, command.Typing), rows.Count, checked(rows.Sum(row => row.Check.AmountMinor ?? 0)), recorded);
            await db.SaveChangesAsync(cancel);
            changes.Add(new PaymentChange(PaymentChangeKind.CheckRunsChanged, null, [], []));
            return new SaveCheckRunResult.Saved(batch.Version);
        },
        cancel);

    /// <summary>Forgets a run of which nothing is registered.</summary>
    /// <returns>Null when it is gone, else a sentence that says why not.</returns>
    /// <exception cref="AccessDeniedException">The person does not run checks.</exception>
    public Task<string?> DiscardAsync(Guid id, CancellationToken cancel) => writes.ExecuteAsync(
        async (db, changes, cancel) =>
        {
            var access = await currentUser.RequireAsync(Permission.RunChecks, db, cancel);
            if (await db.PaymentBatches.AsTracking().SingleOrDefaultAsync(found => found.Id == id, cancel) is not { } batch)
            {
                return NoRun;
            }

            if (batch.IsBeingPosted(clock.Now))
            {
                return Posting;
            }

            if ((await RegisteredAsync(db, Rows(batch), cancel)).Count > 0)
            {
                return "Checks of this run are registered; it stays with them.";
            }

            db.PaymentBatches.Remove(batch);
            await db.SaveChangesAsync(cancel);
            changes.Add(new PaymentChange(PaymentChangeKind.CheckRunsChanged, null, [], []));
            return null;
        },
        cancel);

    /// <summary>
    /// Registers every check that is no payment yet, from what is stored. Only in balance with the tape, and by one person at a time.
    /// </summary>
    /// <param name="id">The run.</param>
    /// <param name="version">The one that the screen shows.</param>
    /// <param name="cancel">Pass none: posting is not cut off when the screen goes.</param>
    /// <exception cref="AccessDeniedException">The person does not run checks.</exception>
    public async Task<PostCheckRunResult> PostAsync(Guid id, int version, CancellationToken cancel)
    {
        var (reason, commands, registered) = await BeginAsync(id, version, cancel);
        if (reason is not null)
        {
            return new PostCheckRunResult.Refused(reason);
        }

        // What is a payment already is not asked for again: the run's date may have changed since.
        var results = registered.ToDictionary(payment => payment.Key, payment => (RegisterPaymentResult)new RegisterPaymentResult.AlreadyRegistered(payment.Key, payment.Value));
        var until = clock.Now + (PaymentBatch.PostingFor / 2);
        try
        {
            foreach (var command in commands.TakeWhile(_ => clock.Now < until))
            {
                results[command.PaymentId] = await payments.RegisterAsync(command, cancel);
            }
        }
        finally
        {
            version = await EndAsync(id, cancel);
        }

        foreach (var late in commands.Where(command => !results.ContainsKey(command.PaymentId)))
        {
            results[late.PaymentId] = new RegisterPaymentResult.NeedsConfirmation([]); // time is up: post again
        }

        return new PostCheckRunResult.Posted(version, results);
    }

    private static List<CheckRunRow> Rows(PaymentBatch batch) => Content(batch).FindAll(row => !row.IsTyping);

    private static List<CheckRunRow> Content(PaymentBatch batch) => JsonSerializer.Deserialize<List<CheckRunRow>>(batch.Content) ?? [];

    private static string Written(IEnumerable<CheckRunRow> rows, CheckRunRow? typing) => JsonSerializer.Serialize<List<CheckRunRow>>(
        typing is null ? [.. rows] : [.. rows, typing with { IsTyping = true, Check = typing.Check.WithoutCardNumbers() }]);

    private static async Task<Dictionary<Guid, long>> RegisteredAsync(AppDbContext db, IReadOnlyList<CheckRunRow> rows, CancellationToken cancel)
    {
        var ids = rows.Select(row => row.PaymentId).Distinct().ToList();
        return await db.Payments.Where(payment => ids.Contains(payment.Id)).ToDictionaryAsync(payment => payment.Id, payment => payment.Number, cancel);
    }

    private static string? CheckChange(PaymentBatch? batch, int version, Recorded by) => batch switch
    {
        null => version == 0 ? null : NoRun,
        { PostedAt: not null } => AlreadyPosted,
        _ when batch.IsBeingPosted(by.At) => Posting,
        _ when batch.Version != version => Other,
        _ => null,
    };

    private static string? Check(SaveCheckRun command) =>
        command.Rows.Count > PaymentBatch.ChecksMax ? $"A run has at most {PaymentBatch.ChecksMax} checks: start another one."
        : command.Rows.Any(row => row.Check.Currency != command.Currency) ? $"All checks of this run are in {command.Currency}."
        : command.Rows.Any(row => row.Check.AmountMinor is < 0 or > RegisterPayment.LargestAmountMinor) || command.ControlTotal is { Minor: < 0 } ? "An amount is out of range."
        : command.Rows.DistinctBy(row => row.PaymentId).Count() != command.Rows.Count ? "A check is in the run twice."
        : null;

    private Task<(string? Reason, IReadOnlyList<RegisterPayment> Commands, Dictionary<Guid, long> Registered)> BeginAsync(
        Guid id, int version, CancellationToken cancel) =>
        writes.ExecuteAsync<(string?, IReadOnlyList<RegisterPayment>, Dictionary<Guid, long>)>(
            async (db, _, cancel) =>
            {
                var access = await currentUser.RequireAsync(Permission.RunChecks, db, cancel);
                var recorded = clock.RecordedBy(access.UserId);
                var batch = await db.PaymentBatches.AsTracking().SingleOrDefaultAsync(found => found.Id == id, cancel);
                if ((batch is null ? NoRun : CheckChange(batch, version, recorded)) is { } reason)
                {
                    return (reason, [], []);
                }

                var rows = Rows(batch!);
                var commands = rows.Select(row => row.ToCommand(batch!.ReceivedOn)).OfType<RegisterPayment>().ToList();
                if (commands.Count < rows.Count || rows.Count == 0)
                {
                    return (rows.Count == 0 ? "There is no check in this run." : "A check is not complete: it needs a payer, an amount and a payment type.", [], []);
                }

                if (batch!.ControlTotalMinor != batch.TotalMinor)
                {
                    return (batch.ControlTotalMinor is null ? "Type the total of the adding machine's tape first." : "The run is out of balance with the tape.", [], []);
                }

                var registered = await RegisteredAsync(db, rows, cancel);
                batch.BeginPosting(recorded);
                await db.SaveChangesAsync(cancel);
                return (null, commands.FindAll(command => !registered.ContainsKey(command.PaymentId)), registered);
            },
            cancel);

    private Task<int> EndAsync(Guid id, CancellationToken cancel) => writes.ExecuteAsync(
        async (db, changes, cancel) =>
        {
            var batch = await db.PaymentBatches.AsTracking().SingleAsync(found => found.Id == id, cancel);
            if (batch.PostedAt is not null)
            {
                return batch.Version; // the same person posted it from another screen at the same time: it is said once
            }

            var rows = Rows(batch);
            var registered = await RegisteredAsync(db, rows, cancel);
            var recorded = new Recorded(clock.Now, batch.PostingById ?? batch.ChangedById);
            batch.EndPosting(rows.All(row => registered.ContainsKey(row.PaymentId)), recorded.At);
            if (batch.PostedAt is not null)
            {
                await db.AppendAuditAsync(FactOf(batch, registered), recorded, cancel);
            }

            await db.SaveChangesAsync(cancel);
            changes.Add(new PaymentChange(PaymentChangeKind.CheckRunsChanged, null, [], []));
            return batch.Version;
        },
        cancel);

    private static AuditFact FactOf(PaymentBatch batch, Dictionary<Guid, long> registered) => new AuditFact(
        "Posted",
        nameof(PaymentBatch),
        batch.Id.ToString(),
        JsonSerializer.Serialize(new
        {
            checks = batch.CheckCount,
            totalMinor = batch.TotalMinor,
            controlTotalMinor = batch.ControlTotalMinor,
            currency = batch.Currency,
            payments = registered.Values.Order(),
        }));
}
