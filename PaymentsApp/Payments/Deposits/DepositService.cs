using System.Globalization;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using PaymentsApp.Data;
using PaymentsApp.Documents;
using PaymentsApp.Domain;
using PaymentsApp.Live;
using PaymentsApp.Payments.Receipts;
using PaymentsApp.Security;

namespace PaymentsApp.Payments.Deposits;

/// <summary>Deposits of checks and cash: made, closed, printed. Finance only.</summary>
public sealed partial class DepositService(
    IDbContextFactory<AppDbContext> contexts, LiveWrites writes, CurrentUser currentUser, CompanyClock clock, PdfDocuments documents)
{
    private const string Closed = "This deposit is closed.";
    private const int ListMax = 50;
    private const int AllOfThem = int.MaxValue; // a slip leaves nothing out

    /// <summary>The bank accounts that are offered.</summary>
    /// <exception cref="AccessDeniedException">The person makes no deposits.</exception>
    public async Task<IReadOnlyList<BankAccountChoice>> AccountsAsync(CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        await currentUser.RequireAsync(Permission.MakeDeposits, db, cancel);
        var accounts = await db.BankAccounts.AsNoTracking().Where(account => account.IsActive).OrderBy(account => account.Name).ThenBy(account => account.Id).ToListAsync(cancel);
        return [.. accounts.Select(account => new BankAccountChoice(account.Id, account.Title, account.Currency))];
    }

    /// <summary>Checks and cash of a currency that are in no deposit yet, the oldest first.</summary>
    /// <exception cref="AccessDeniedException">The person makes no deposits.</exception>
    public async Task<IReadOnlyList<DepositPayment>> ToDepositAsync(string currency, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        await currentUser.RequireAsync(Permission.MakeDeposits, db, cancel);
        return await PaymentsAsync(db, Open(db).Where(payment => payment.Currency == currency), Deposit.PaymentsMax, cancel);
    }

    /// <summary>The latest deposits.</summary>
    /// <exception cref="AccessDeniedException">The person makes no deposits.</exception>
    public async Task<IReadOnlyList<DepositView>> ListAsync(CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        await currentUser.RequireAsync(Permission.MakeDeposits, db, cancel);
        return await ViewsAsync(db, db.Deposits, cancel);
    }

    /// <summary>Makes a deposit of these payments, or adds them to an open one. Sent again it does nothing twice.</summary>
    /// <returns>Null when it is made, else a sentence that says why not.</returns>
    /// <exception cref="AccessDeniedException">The person makes no deposits.</exception>
    public Task<string?> MakeAsync(MakeDeposit command, CancellationToken cancel) => writes.ExecuteAsync(
        async (db, changes, cancel) =>
        {
            var access = await currentUser.RequireAsync(Permission.MakeDeposits, db, cancel);
            var deposit = await db.Deposits.SingleOrDefaultAsync(found => found.Id == command.DepositId, cancel);
            var account = await db.BankAccounts.SingleOrDefaultAsync(found => found.Id == command.BankAccountId, cancel);
            var there = await db.DepositItems.Where(item => item.DepositId == command.DepositId).Select(item => item.PaymentId).ToListAsync(cancel);
            var added = command.PaymentIds.Except(there).ToList();
            if (deposit is not null && added.Count == 0)
            {
                return null; // the answer was lost
            }

            if (Check(command, deposit, account, there.Count) is { } problem)
            {
                return problem;
            }

            // Locked, so that nobody reverses one of them at the same moment.
            var payments = new List<Payment>();
            foreach (var id in added.Order())
            {
                if (await db.LockPaymentAsync(id, cancel) is { } payment)
                {
                    payments.Add(payment);
                }
            }

            // With the head locked nobody closes the deposit any more.
            await db.LockLedgerHeadAsync(cancel);
            if (await db.Deposits.AnyAsync(found => found.Id == command.DepositId && found.ClosedAt != null, cancel))
            {
                return Closed;
            }

            var open = await Open(db).Where(payment => added.Contains(payment.Id) && payment.Currency == account!.Currency).CountAsync(cancel);
            if (open != added.Count)
            {
                return "One of these payments is in a deposit already, was reversed, or is of another currency. The list is shown as it is now.";
            }

            var recorded = clock.RecordedBy(access.UserId);
            if (deposit is null)
            {
                deposit = new Deposit(command.DepositId, account!, command.DepositedOn, recorded);
                db.Deposits.Add(deposit);
            }

            db.DepositItems.AddRange(payments.Select(payment => new DepositItem(payment.Id, deposit.Id, deposit.Currency)));
            await db.AppendAuditAsync(new AuditFact(
                "Deposited", nameof(Deposit), deposit.Id.ToString(), BodyOf(deposit, account!, payments.Select(payment => payment.Number), payments.Sum(payment => payment.AmountMinor))), recorded, cancel);
            await db.SaveChangesAsync(cancel);
            changes.Add(new PaymentChange(PaymentChangeKind.DepositsChanged, null, [], []));
            return null;
        },
        cancel);

    /// <summary>Closes a deposit: it is at the bank.</summary>
    /// <returns>Null when it is closed, else a sentence that says why not.</returns>
    /// <exception cref="AccessDeniedException">The person makes no deposits.</exception>
    public Task<string?> CloseAsync(Guid depositId, CancellationToken cancel) => writes.ExecuteAsync(
        async (db, changes, cancel) =>
        {
            var access = await currentUser.RequireAsync(Permission.MakeDeposits, db, cancel);
            if (await db.Deposits.AsTracking().SingleOrDefaultAsync(found => found.Id == depositId, cancel) is not { } deposit)
            {
                return "There is no such deposit.";
            }

            if (deposit.ClosedAt is not null)
            {
                return null;
            }

            List<Payment> payments = [];
            foreach (var id in await db.DepositItems.Where(item => item.DepositId == depositId).Select(item => item.PaymentId).OrderBy(id => id).ToListAsync(cancel))
            {
                payments.Add((await db.LockPaymentAsync(id, cancel))!);
            }

            await db.LockLedgerHeadAsync(cancel);
            if (await db.DepositItems.CountAsync(item => item.DepositId == depositId, cancel) != payments.Count)
            {
                throw new DbUpdateConcurrencyException("A payment was added meanwhile.");
            }

            payments.RemoveAll(payment => payment.IsReversed);
            var account = await db.BankAccounts.SingleAsync(found => found.Id == deposit.BankAccountId, cancel);
            var recorded = clock.RecordedBy(access.UserId);
            deposit.Close(payments.Sum(payment => payment.AmountMinor), recorded);
            await db.AppendAuditAsync(new AuditFact(
                "DepositClosed", nameof(Deposit), deposit.Id.ToString(), BodyOf(deposit, account, payments.Select(payment => payment.Number), deposit.ClosedTotalMinor!.Value)), recorded, cancel);
            await db.SaveChangesAsync(cancel);
            changes.Add(new PaymentChange(PaymentChangeKind.DepositsChanged, null, [], []));
            return null;
        },
        cancel);

    /// <summary>The slip of a deposit, as PDF; null when there is none.</summary>
    /// <exception cref="AccessDeniedException">The person makes no deposits.</exception>
    public async Task<ReceiptFile?> SlipAsync(Guid depositId, CultureInfo culture, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        await currentUser.RequireAsync(Permission.MakeDeposits, db, cancel);
        if ((await ViewsAsync(db, db.Deposits.Where(found => found.Id == depositId), cancel)).SingleOrDefault() is not { } deposit)
        {
            return null;
        }

        var payments = await PaymentsAsync(db, db.Payments.Where(payment => db.DepositItems.Any(item => item.PaymentId == payment.Id && item.DepositId == depositId)), AllOfThem, cancel);
        var company = await CompanyHeads.ReadAsync(db, cancel);
        var day = deposit.DepositedOn.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var document = documents.New($"Deposit {day}", culture, company.Paper);
        new DepositSlip(document, deposit, payments).Write(company.Letterhead);
        var made = DocumentText.Of(clock.LocalOf(clock.Now));
        return new ReceiptFile($"deposit {day}.pdf", document.ToBytes($"{company.Name} · Deposit of {DocumentText.Of(deposit.DepositedOn)} · as of {made}", clock.Now));
    }

    private static IQueryable<Payment> Open(AppDbContext db) => db.Payments.Where(payment =>
        payment.WithdrawnMinor == 0
        && db.PaymentTypes.Any(type => type.Id == payment.PaymentTypeId && Deposit.Carried.Contains(type.Kind))
        && !db.DepositItems.Any(item => item.PaymentId == payment.Id));

    private static Task<List<DepositPayment>> PaymentsAsync(AppDbContext db, IQueryable<Payment> payments, int max, CancellationToken cancel) => (
        from payment in payments
        join payer in db.Organizations on payment.PayerId equals payer.Id
        join type in db.PaymentTypes on payment.PaymentTypeId equals type.Id
        orderby payment.ReceivedOn, payment.Number
        select new DepositPayment(
            payment.Id, payment.Number, payer.Name, type.Name, payment.Reference, payment.ReceivedOn, new Money(payment.AmountMinor, payment.Currency), payment.WithdrawnMinor > 0))
        .Take(max).ToListAsync(cancel);

    private static async Task<IReadOnlyList<DepositView>> ViewsAsync(AppDbContext db, IQueryable<Deposit> deposits, CancellationToken cancel)
    {
        var rows = await (
            from deposit in deposits
            join account in db.BankAccounts on deposit.BankAccountId equals account.Id
            join user in db.Users on deposit.RecordedById equals user.Id
            orderby deposit.DepositedOn descending, deposit.RecordedAt descending
            select new { deposit.Id, account.Name, account.MaskedNumber, deposit.DepositedOn, deposit.Currency, user.DisplayName, deposit.ClosedAt, deposit.ClosedTotalMinor })
            .Take(ListMax).ToListAsync(cancel);
        var ids = rows.ConvertAll(row => row.Id);
        var sums = await (
            from item in db.DepositItems
            where ids.Contains(item.DepositId)
            join payment in db.Payments on item.PaymentId equals payment.Id
            where payment.WithdrawnMinor == 0
            group payment by item.DepositId into together
            select new { together.Key, Count = together.Count(), Total = together.Sum(payment => payment.AmountMinor) }).ToDictionaryAsync(sum => sum.Key, cancel);
        return
        [
            .. rows.Select(row => new DepositView(
                row.Id, BankAccount.TitleOf(row.Name, row.MaskedNumber), row.DepositedOn,
                new Money(row.ClosedTotalMinor ?? sums.GetValueOrDefault(row.Id)?.Total ?? 0, row.Currency), sums.GetValueOrDefault(row.Id)?.Count ?? 0,
                row.DisplayName, row.ClosedAt is not null)),
        ];
    }

    private static string BodyOf(Deposit deposit, BankAccount account, IEnumerable<long> numbers, long totalMinor) => JsonSerializer.Serialize(
        new { account = account.Title, depositedOn = deposit.DepositedOn, currency = deposit.Currency, totalMinor, payments = numbers.Order() });

    private string? Check(MakeDeposit command, Deposit? deposit, BankAccount? account, int there) =>
        account is null || (deposit is not null && deposit.BankAccountId != account.Id) ? "There is no such bank account."
        : deposit is null && !account.IsActive ? "This bank account is no longer used."
        : deposit?.ClosedAt is not null ? Closed
        : command.PaymentIds.Count == 0 ? "Tick the payments that are brought to the bank."
        : command.PaymentIds.Count + there > Deposit.PaymentsMax ? $"A deposit has at most {Deposit.PaymentsMax} payments."
        : command.DepositedOn > clock.Today.AddDays(7) || command.DepositedOn < clock.Today.AddDays(-PaymentChecks.OldestDays) ? "Is the date right? A deposit is brought within a week."
        : null;
}
