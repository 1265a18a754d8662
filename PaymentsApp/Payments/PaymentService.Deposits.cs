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
}
