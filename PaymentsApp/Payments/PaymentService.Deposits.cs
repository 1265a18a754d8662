using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using PaymentsApp.Data;
using PaymentsApp.Domain;

namespace PaymentsApp.Payments;

// What is at the bank is not taken back unseen.
public sealed partial class PaymentService
{
    private static async Task<PaymentProblem?> CheckDepositAsync(AppDbContext db, Payment payment, Guid? confirmedId, CancellationToken cancel)
    {
        var found = await (
            from item in db.DepositItems
            where item.PaymentId == payment.Id
            join deposit in db.Deposits on item.DepositId equals deposit.Id
            where deposit.ClosedAt != null
            join account in db.BankAccounts on deposit.BankAccountId equals account.Id
            select new { deposit.Id, deposit.DepositedOn, account.Name, account.MaskedNumber }).SingleOrDefaultAsync(cancel);
        return found is null || found.Id == confirmedId
            ? null
            : new PaymentProblem.InClosedDeposit(found.Id, payment.Number, found.DepositedOn, BankAccount.TitleOf(found.Name, found.MaskedNumber));
    }

    /// <summary>The corrected payment is the same check: it is where the wrong one is, and not brought to the bank again. Both are locked.</summary>
    private static async Task CarryDepositOverAsync(
        AppDbContext db, LedgerHead head, Payment wrong, Payment right, Recorded recorded, CancellationToken cancel)
    {
        if (await db.DepositItems.AsNoTracking().SingleOrDefaultAsync(item => item.PaymentId == wrong.Id, cancel) is not { } item
            || item.Currency != right.Currency
            || !await db.PaymentTypes.AnyAsync(type => type.Id == right.PaymentTypeId && Deposit.Carried.Contains(type.Kind), cancel))
        {
            return;
        }

        db.DepositItems.Add(new DepositItem(right.Id, item.DepositId, item.Currency));
        db.AuditEntries.Add(head.Append(
            new AuditFact("Deposited", nameof(Deposit), item.DepositId.ToString(), JsonSerializer.Serialize(
                new { currency = item.Currency, totalMinor = right.AmountMinor, payments = new[] { right.Number }, insteadOf = wrong.Number })),
            recorded));
    }
}
