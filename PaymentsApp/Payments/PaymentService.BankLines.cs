using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using PaymentsApp.Data;
using PaymentsApp.Domain;
using PaymentsApp.Live;
using PaymentsApp.Security;

namespace PaymentsApp.Payments;

// Payments that are lines of a bank's file.
public sealed partial class PaymentService
{
    private const string BankLineEntity = "BankLine";

    /// <summary>
    /// Registers the payments of bank lines, each accepted or refused by itself, and settles the lines in the same transaction. A line that is
    /// decided already, or that a colleague looks at, is refused; sent again after a lost answer nothing is registered twice.
    /// </summary>
    /// <param name="commands">At most one for a line.</param>
    /// <param name="learnAsync">Called in the transaction with each line that a person settled, and who paid.</param>
    /// <param name="cancel">Pass none for what a user asked for.</param>
    public Task<IReadOnlyList<RegisterPaymentResult>> ApplyBankLinesAsync(
        IReadOnlyList<ApplyBankLine> commands, Func<AppDbContext, KeptBankLine, int, CancellationToken, Task> learnAsync, CancellationToken cancel) =>
        writes.ExecuteAsync<IReadOnlyList<RegisterPaymentResult>>(
            async (db, changes, cancel) =>
            {
                if (await currentUser.FindAsync(Permission.MatchBankLines, db, cancel) is not { } access)
                {
                    return [.. commands.Select(_ => new RegisterPaymentResult.Refused([new PaymentProblem.NotAllowed()]))];
                }

                var ids = commands.Select(command => command.LineId).ToArray();
                var lines = await db.BankLines.AsTracking().Where(line => ids.Contains(line.Id)).ToDictionaryAsync(line => line.Id, cancel);
                var results = new Dictionary<Guid, RegisterPaymentResult?>();
                foreach (var command in commands)
                {
                    var taken = await TakenAsync(db, lines.GetValueOrDefault(command.LineId), command.Payment.PaymentId, access, cancel);
                    results[command.LineId] = taken is null ? null : new RegisterPaymentResult.Refused([taken]);
                }

                var free = commands.Where(command => results[command.LineId] is null).ToList();
                await RegisterLinesAsync(db, free, lines, results, changes, cancel);
                foreach (var command in free.Where(command => results[command.LineId] is RegisterPaymentResult.AlreadyRegistered))
                {
                    if (await NotOfLineAsync(db, lines[command.LineId], cancel) is { } notIts)
                    {
                        results[command.LineId] = new RegisterPaymentResult.Refused([notIts]);
                    }
                }

                var recorded = clock.RecordedBy(access.UserId);
                foreach (var command in free.Where(command => results[command.LineId] is RegisterPaymentResult.Registered or RegisterPaymentResult.AlreadyRegistered))
                {
                    var line = lines[command.LineId];
                    line.Settle(command.State, recorded, byPerson: command.State != BankLineState.Applied);
                    await db.AppendAuditAsync(command.State == BankLineState.Applied ? Fact("Applied", line, command.Payment.PayerId) : Fact("Accepted", line, command.Payment.PayerId), recorded, cancel);
                    if (command.State != BankLineState.Applied)
                    {
                        await learnAsync(db, line, command.Payment.PayerId, cancel);
                    }
                }

                await db.SaveChangesAsync(cancel);
                changes.Add(new PaymentChange(PaymentChangeKind.BankLinesChanged, null, [], []));
                return [.. commands.Select(command => results[command.LineId]!)];
            },
            cancel);

    /// <summary>
    /// A payment that the window registered under the line's payment id is the line's: the line is settled. Nothing happens while there is none.
    /// </summary>
    /// <param name="lineId">The line.</param>
    /// <param name="learnAsync">As in <see cref="ApplyBankLinesAsync"/>.</param>
    /// <param name="cancel">Pass none for what a user asked for.</param>
    /// <exception cref="AccessDeniedException">The person does not match bank lines.</exception>
    public Task<CorrectionResult> TakeBankLineAsync(Guid lineId, Func<AppDbContext, KeptBankLine, int, CancellationToken, Task> learnAsync, CancellationToken cancel) =>
        writes.ExecuteAsync<CorrectionResult>(
            async (db, changes, cancel) =>
            {
                var access = await currentUser.RequireAsync(Permission.MatchBankLines, db, cancel);
                var line = await db.BankLines.AsTracking().SingleOrDefaultAsync(line => line.Id == lineId, cancel);
                if (line is null || BankLineStates.IsPosted(line.State)
                    || await db.Payments.AsNoTracking().SingleOrDefaultAsync(payment => payment.Id == line.PaymentId, cancel) is not { } payment)
                {
                    return Refused(new PaymentProblem.NotFound("Payment"));
                }

                if (await NotOfLineAsync(db, line, cancel) is { } notIts)
                {
                    await db.SaveChangesAsync(cancel); // of a reversed one the line has the next payment id now
                    return Refused(notIts);
                }

                var recorded = clock.RecordedBy(access.UserId);
                line.Settle(BankLineState.Taken, recorded, byPerson: true);
                await learnAsync(db, line, payment.PayerId, cancel);
                await db.AppendAuditAsync(Fact("Taken", line, payment.PayerId), recorded, cancel);
                await db.SaveChangesAsync(cancel);
                changes.Add(new PaymentChange(PaymentChangeKind.BankLinesChanged, null, [], []));
                return new CorrectionResult.Done();
            },
            cancel);

    // The payment that has the line's id is the line's only with its amount, and while it stands.
    private async Task<PaymentProblem?> NotOfLineAsync(AppDbContext db, KeptBankLine line, CancellationToken cancel)
    {
        var payment = await db.Payments.AsNoTracking().SingleAsync(payment => payment.Id == line.PaymentId, cancel);
        if (payment.IsReversed)
        {
            line.UseNextPayment(Guid.CreateVersion7(clock.Now));
            return new PaymentProblem.PaymentIsReversed(payment.Number);
        }

        return payment.Amount == line.Amount ? null : new PaymentProblem.BankAmountDiffers(payment.Number, payment.Amount, line.Amount);
    }

    /// <summary>
    /// Takes the match of one line back: its payment is reversed, as long as nobody worked with it since, and the line is open again.
    /// </summary>
    /// <param name="lineId">The line.</param>
    /// <param name="unlearnAsync">Called in the transaction with the line and who had paid.</param>
    /// <param name="cancel">Pass none for what a user asked for.</param>
    public Task<CorrectionResult> UndoBankLineAsync(Guid lineId, Func<AppDbContext, KeptBankLine, int, CancellationToken, Task> unlearnAsync, CancellationToken cancel) =>
        writes.ExecuteAsync<CorrectionResult>(
            async (db, changes, cancel) =>
            {
                if (await currentUser.FindAsync(Permission.MatchBankLines, db, cancel) is not { } access)
                {
                    return Refused(new PaymentProblem.NotAllowed());
                }

                var line = await db.BankLines.AsTracking().SingleOrDefaultAsync(line => line.Id == lineId, cancel);
                if (line is null || !BankLineStates.IsPosted(line.State) || await LockWholeAsync(db, line.PaymentId, takesCreditBack: true, cancel) is not { } whole)
                {
                    return Refused(new PaymentProblem.NotFound("Bank line"));
                }

                var head = await db.LockLedgerHeadAsync(cancel);
                var on = head.CheckOpen(whole.Payment.ReceivedOn) is null ? whole.Payment.ReceivedOn : clock.Today;
                // What was corrected or returned on its own page goes on there: the money would be booked twice.
                var goesOn = await db.Payments.AnyAsync(payment => payment.ReplacesPaymentId == line.PaymentId, cancel)
                    || await db.ReturnedPayments.AnyAsync(returned => returned.PaymentId == line.PaymentId, cancel);
                var problem = goesOn ? new PaymentProblem.BankPaymentTouched(whole.Payment.Number)
                    : whole.ReversalId is not null ? null // somebody reversed it on its own page
                    : whole.Payment.Version > 0 ? new PaymentProblem.BankPaymentTouched(whole.Payment.Number)
                    : CheckReversible(whole) ?? await CheckDepositAsync(db, whole.Payment, null, cancel) ?? head.CheckOpen(on);
                if (problem is not null)
                {
                    return Refused(problem);
                }

                var recorded = clock.RecordedBy(access.UserId);
                if (whole.ReversalId is null)
                {
                    var reversal = TakeBack(db, head, whole, new ReversePayment(Guid.CreateVersion7(recorded.At), whole.Payment.Id, on, "The match of the bank line was undone"), recorded);
                    db.AuditEntries.Add(head.Append(PaymentAudit.Reversed(whole.Payment, reversal, whole.Standing), recorded));
                }

                db.AuditEntries.Add(head.Append(Fact("Undone", line, whole.Payment.PayerId), recorded));
                line.TakeBack(BankLineState.Undone, Guid.CreateVersion7(recorded.At), recorded);
                await unlearnAsync(db, line, whole.Payment.PayerId, cancel);
                await db.SaveChangesAsync(cancel);
                Tell(changes, whole);
                changes.Add(new PaymentChange(PaymentChangeKind.BankLinesChanged, null, [], []));
                return new CorrectionResult.Done();
            },
            cancel);

    /// <summary>Records that a line takes a payment back: the payment is returned and the line settled in one transaction.</summary>
    /// <param name="lineId">The line.</param>
    /// <param name="command">Its reversal id is the line's payment id.</param>
    /// <param name="cancel">Pass none for what a user asked for.</param>
    public Task<CorrectionResult> ReturnBankLineAsync(Guid lineId, ReturnPayment command, CancellationToken cancel) =>
        writes.ExecuteAsync<CorrectionResult>(
            async (db, changes, cancel) =>
            {
                if (await currentUser.FindAsync(Permission.MatchBankLines, db, cancel) is not { } access)
                {
                    return Refused(new PaymentProblem.NotAllowed());
                }

                var line = await db.BankLines.AsTracking().SingleOrDefaultAsync(line => line.Id == lineId, cancel);
                if (line is { State: BankLineState.Returned } && line.PaymentId == command.ReversalId)
                {
                    return new CorrectionResult.AlreadyDone();
                }

                if (await TakenAsync(db, line, command.ReversalId, access, cancel) is { } taken)
                {
                    return Refused(taken);
                }

                if (await ReturnAsync(db, access, command, changes, cancel) is CorrectionResult.Refused refused)
                {
                    return refused;
                }

                var recorded = clock.RecordedBy(access.UserId);
                line!.Settle(BankLineState.Returned, recorded, byPerson: true);
                await db.AppendAuditAsync(Fact("Returned", line, payerId: null), recorded, cancel);
                await db.SaveChangesAsync(cancel);
                changes.Add(new PaymentChange(PaymentChangeKind.BankLinesChanged, null, [], []));
                return new CorrectionResult.Done();
            },
            cancel);

    // Decided, undone meanwhile, or a colleague looks at it.
    private async Task<PaymentProblem.BankLineTaken?> TakenAsync(AppDbContext db, KeptBankLine? line, Guid paymentId, Access access, CancellationToken cancel) =>
        line is null || !BankLineStates.IsOpen(line.State) || line.PaymentId != paymentId ? new PaymentProblem.BankLineTaken(null)
        : line.IsClaimedByOther(access.UserId, clock.Now)
            ? new PaymentProblem.BankLineTaken(await db.Users.Where(user => user.Id == line.ClaimedById).Select(user => user.DisplayName).SingleAsync(cancel))
        : null;

    // The bank says that money came twice: a payment of another line is no duplicate of this one.
    private async Task RegisterLinesAsync(
        AppDbContext db, List<ApplyBankLine> lines, Dictionary<Guid, KeptBankLine> kept, Dictionary<Guid, RegisterPaymentResult?> results, ICollection<PaymentChange> changes,
        CancellationToken cancel)
    {
        foreach (var isSecond in (bool[])[false, true])
        {
            var asked = isSecond ? await OnlyOtherLinesAsync(db, lines, kept, results, cancel) : lines;
            if (asked.Count == 0)
            {
                continue;
            }

            var (registered, _) = await RegisterAllAsync(db, [.. asked.Select(command => command.Payment)], changes, cancel);
            foreach (var (i, command) in asked.Index())
            {
                results[command.LineId] = registered[i];
            }
        }
    }

    private static async Task<List<ApplyBankLine>> OnlyOtherLinesAsync(
        AppDbContext db, List<ApplyBankLine> lines, Dictionary<Guid, KeptBankLine> kept, Dictionary<Guid, RegisterPaymentResult?> results, CancellationToken cancel)
    {
        var asked = lines.Where(command => results[command.LineId] is RegisterPaymentResult.NeedsConfirmation).ToList();
        var seen = asked.SelectMany(command => ((RegisterPaymentResult.NeedsConfirmation)results[command.LineId]!).Duplicates).Select(duplicate => duplicate.PaymentId).Distinct().ToArray();
        var ofLines = seen.Length == 0 ? [] : await db.BankLines.Where(line => seen.Contains(line.PaymentId)).ToDictionaryAsync(line => line.PaymentId, line => line.Id, cancel);
        return
        [
            .. from command in asked
               let duplicates = ((RegisterPaymentResult.NeedsConfirmation)results[command.LineId]!).Duplicates
               let confirmed = command.Payment.Confirmed ?? []
               let mayBeSame = kept[command.LineId].EarlierLineId // of that line it is asked
               where duplicates.All(duplicate => confirmed.Contains(duplicate.PaymentId) || (ofLines.TryGetValue(duplicate.PaymentId, out var lineId) && lineId != mayBeSame))
               select command with { Payment = command.Payment with { Confirmed = [.. duplicates.Select(duplicate => duplicate.PaymentId)] } },
        ];
    }

    private static AuditFact Fact(string action, KeptBankLine line, int? payerId) => new(
        action,
        BankLineEntity,
        line.Id.ToString(),
        JsonSerializer.Serialize(new
        {
            statementId = line.StatementId,
            position = line.Position,
            amountMinor = line.AmountMinor,
            currency = line.Currency,
            paymentId = line.PaymentId,
            scoreMillionths = line.ScoreMillionths,
            rules = line.RulesVersion,
        }),
        payerId);
}
