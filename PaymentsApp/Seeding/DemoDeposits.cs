using System.Text.Json;
using PaymentsApp.Data;
using PaymentsApp.Domain;
using PaymentsApp.Security;

namespace PaymentsApp.Seeding;

/// <summary>Checks and cash of the demo data on their way to the bank: one deposit a week, the last one still open, the newest payments in none yet.</summary>
internal sealed class DemoDeposits(AppDbContext db, LedgerHead head, DateOnly today, DateTime now)
{
    private const int DaysOfOne = 7;
    private const int DaysWaiting = 6; // what came since is in none yet

    /// <summary>Adds them to the context, with the bank account; the caller saves.</summary>
    public async Task AddAsync(CancellationToken cancel)
    {
        var settings = db.CompanySettings.Local.Single();
        var account = db.BankAccounts.Local.FirstOrDefault() ?? db.BankAccounts.Add(new BankAccount("Harbor Bank, operating account", "4471", settings.Currency)).Entity;
        await db.SaveChangesAsync(cancel); // for its id
        var carried = db.PaymentTypes.Local.Where(type => Deposit.Carried.Contains(type.Kind)).Select(type => type.Id).ToHashSet();
        var weeks = db.Payments.Local
            .Where(payment => payment.Currency == account.Currency && carried.Contains(payment.PaymentTypeId) && payment.ReceivedOn < today.AddDays(-DaysWaiting))
            .GroupBy(payment => (today.DayNumber - DaysWaiting - 1 - payment.ReceivedOn.DayNumber) / DaysOfOne)
            .OrderByDescending(week => week.Key);
        foreach (var week in weeks)
        {
            Make(account, [.. week.OrderBy(payment => payment.Number)], today.AddDays(-DaysWaiting - (week.Key * DaysOfOne)), isClosed: week.Key > 0);
        }
    }

    private void Make(BankAccount account, IReadOnlyList<Payment> payments, DateOnly on, bool isClosed)
    {
        var at = on.ToDateTime(new TimeOnly(16, 0), DateTimeKind.Utc) is var four && four < now ? four : now;
        var recorded = new Recorded(at, DemoPeople.FinanceId);
        var deposit = new Deposit(Guid.CreateVersion7(at), account, on, recorded);
        db.Deposits.Add(deposit);
        db.DepositItems.AddRange(payments.Select(payment => new DepositItem(payment.Id, deposit.Id, deposit.Currency)));
        var total = payments.Sum(payment => payment.AmountMinor);
        Audit("Deposited", deposit, account, payments, total, recorded);
        if (isClosed)
        {
            deposit.Close(total, recorded);
            Audit("DepositClosed", deposit, account, payments, total, recorded);
        }
    }

    private void Audit(string action, Deposit deposit, BankAccount account, IEnumerable<Payment> payments, long totalMinor, Recorded recorded) =>
        db.AuditEntries.Add(head.Append(
            new AuditFact(action, nameof(Deposit), deposit.Id.ToString(), JsonSerializer.Serialize(new
            {
                account = account.Title,
                depositedOn = deposit.DepositedOn,
                currency = deposit.Currency,
                totalMinor,
                payments = payments.Select(payment => payment.Number),
            })),
            recorded));
}
