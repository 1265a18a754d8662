using PaymentsApp.Data;
using PaymentsApp.Domain;
using PaymentsApp.Live;
using PaymentsApp.Payments.Receipts;
using PaymentsApp.Security;

namespace PaymentsApp.Payments;

/// <summary>
/// The only writer of payments and allocations. Each call is one transaction that asks for the right,
/// checks the rules on fresh figures, writes facts, balances and audit, and tells the open screens.
/// </summary>
public sealed partial class PaymentService(
    LiveWrites writes, CurrentUser currentUser, CompanyClock clock, ILogger<PaymentService> logger)
{
    private readonly ILogger _logger = logger;

    /// <summary>Registers a payment and applies it. Sent again with the same id, it is not registered again.</summary>
    /// <param name="command">What the window says.</param>
    /// <param name="cancel">Pass none for a save that a user asked for: leaving the page must not lose it.</param>
    public async Task<RegisterPaymentResult> RegisterAsync(RegisterPayment command, CancellationToken cancel) =>
        (await RegisterManyAsync([command], cancel))[0];

    /// <summary>
    /// Registers several payments in one transaction; each is accepted or refused by itself, in the given order.
    /// </summary>
    public async Task<IReadOnlyList<RegisterPaymentResult>> RegisterManyAsync(
        IReadOnlyList<RegisterPayment> commands, CancellationToken cancel)
    {
        var (results, userId) = await writes.ExecuteAsync((db, changes, cancel) => RegisterAllAsync(db, commands, changes, cancel), cancel);
        LogRegistered(commands, results, userId);
        return results;
    }

    private async Task<(IReadOnlyList<RegisterPaymentResult> Results, string UserId)> RegisterAllAsync(
        AppDbContext db, IReadOnlyList<RegisterPayment> commands, ICollection<PaymentChange> changes, CancellationToken cancel)
    {
        if (await currentUser.FindAsync(Permission.RegisterPayments, db, cancel) is not { } access)
        {
            return ([.. commands.Select(_ => new RegisterPaymentResult.Refused([new PaymentProblem.NotAllowed()]))], string.Empty);
        }

        var facts = await RegistrationFacts.LoadAsync(db, access, commands, cancel);
        var credit = await CreditFacts.LoadAsync(db, [.. commands.SelectMany(command => command.Credits)], facts.Invoices, cancel);
        var recorded = clock.RecordedBy(access.UserId);
        var results = new List<RegisterPaymentResult>(commands.Count);
        LedgerHead? head = null;
        foreach (var command in commands.Select(Trimmed))
        {
            if (facts.Earlier.TryGetValue(command.PaymentId, out var earlier))
            {
                results.Add(AnswerAgain(command, earlier, facts.MaySee(earlier, access)));
                continue;
            }

            var latest = await LatestAllocationQuery.RunAsync(db, facts.OverApplied(command), cancel);
            var differences = await DifferencesAsync(db, access, command, facts, cancel);
            if (facts.Check(command, clock.Today, latest).Concat(differences.Problems)
                .Concat(await CreditProblemsAsync(db, access, command, facts, credit, cancel)).ToList() is { Count: > 0 } problems)
            {
                results.Add(new RegisterPaymentResult.Refused(problems));
                continue;
            }

            head ??= await db.LockLedgerHeadAsync(cancel);
            if ((head.CheckOpen(command.ReceivedOn) ?? (command.Credits.Count > 0 ? head.CheckOpen(clock.Today) : null)) is { } closed)
            {
                results.Add(new RegisterPaymentResult.Refused([closed]));
                continue;
            }

            if (await AskAsync(db, access, command, facts, cancel) is { } question)
            {
                results.Add(question);
                continue;
            }

            var registered = Payment.Register(command, head.NextPaymentNumber(), facts.Invoices, recorded);
            Add(db, registered);
            db.AuditEntries.Add(head.Append(PaymentAudit.Registered(registered), recorded));
            var awaiting = differences.Write(db, head, command.PaymentId, command.ReceivedOn, recorded);
            facts.Earlier.Add(command.PaymentId, registered.Payment);
            changes.Add(new PaymentChange(
                PaymentChangeKind.Registered, command.PaymentId, facts.OrganizationsOf(command),
                [.. RegistrationFacts.InvoiceIdsOf(command).Distinct()]));
            credit.Write(db, head, command.Credits, facts.Invoices, clock.Today, recorded, changes);
            db.CreditsBeside.AddRange(command.Credits.Select(use => new CreditBeside(command.PaymentId, use.FactId, use.Kind)));
            if (command.ReplacesPaymentId is { } replaced)
            {
                changes.Add(new PaymentChange(PaymentChangeKind.Registered, replaced, [command.PayerId], []));
            }

            var isMailed = !command.MailsReceipt || await ReceiptMail.QueueAsync(db, registered.Payment, clock.Today, recorded, changes, cancel);
            results.Add(new RegisterPaymentResult.Registered(command.PaymentId, registered.Payment.Number)
            {
                HasNoAddress = !isMailed,
                AwaitingApproval = awaiting,
                CanUndo = access.Has(Permission.ApplyPayments),
            });
        }

        await db.SaveChangesAsync(cancel);
        return (results, access.UserId);
    }

    private static void Add(AppDbContext db, RegisteredFacts registered)
    {
        db.Payments.Add(registered.Payment);
        db.Allocations.AddRange(registered.Allocations);
        if (registered.BankFee is { } fee)
        {
            db.Adjustments.Add(fee);
        }
    }

    // After a lost answer a person may change the form and press Save again: say so, do not pay twice.
    private static RegisterPaymentResult AnswerAgain(RegisterPayment command, Payment earlier, bool maySee) =>
        !maySee ? new RegisterPaymentResult.Refused([new PaymentProblem.NotFound("Payment")])
        : earlier.Fingerprint == command.Fingerprint() ? new RegisterPaymentResult.AlreadyRegistered(earlier.Id, earlier.Number)
        : new RegisterPaymentResult.Refused(
            [new PaymentProblem.RegisteredWithOtherFigures(earlier.Id, earlier.Number, earlier.Amount, earlier.ReceivedOn, command.Amount)]);

    private static RegisterPayment Trimmed(RegisterPayment command) =>
        command with
        {
            Reference = TrimmedOrNull(command.Reference),
            Memo = TrimmedOrNull(command.Memo),
            Adjustments = command.Adjustments.Count == 0 ? [] : [.. command.Adjustments.Select(Trimmed)],
            ShortPays = command.ShortPays.Count == 0 ? [] : [.. command.ShortPays.Select(shortPay => shortPay with { Note = TrimmedOrNull(shortPay.Note) })],
        };

    private static InvoiceAdjustment Trimmed(InvoiceAdjustment adjustment) => adjustment with { Note = TrimmedOrNull(adjustment.Note) };

    private static string? TrimmedOrNull(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    private void LogRegistered(IReadOnlyList<RegisterPayment> commands, IReadOnlyList<RegisterPaymentResult> results, string userId)
    {
        var registered = results.OfType<RegisterPaymentResult.Registered>().Count();
        if (registered > 1)
        {
            _logger.RegisteredMany(registered, userId);
        }
        else if (registered == 1)
        {
            var index = results.Index().First(result => result.Item is RegisterPaymentResult.Registered).Index;
            _logger.Registered(commands[index].PaymentId, commands[index].PayerId, userId);
        }
    }
}
