using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using PaymentsApp.Domain;
using PaymentsApp.Live;
using PaymentsApp.Security;

namespace PaymentsApp.Payments.Deposits;

// What was put into a deposit by mistake, before it is at the bank.
public sealed partial class DepositService
{
    /// <summary>Takes a payment out of an open deposit: it can be put into another one. Sent again it does nothing.</summary>
    /// <returns>Null when it is out, else a sentence that says why not.</returns>
    /// <exception cref="AccessDeniedException">The person makes no deposits.</exception>
    public Task<string?> TakeOutAsync(Guid depositId, Guid paymentId, CancellationToken cancel) => writes.ExecuteAsync(
        async (db, changes, cancel) =>
        {
            var access = await currentUser.RequireAsync(Permission.MakeDeposits, db, cancel);
            var payment = await db.LockPaymentAsync(paymentId, cancel);
            var deposit = await db.Deposits.AsNoTracking().SingleOrDefaultAsync(found => found.Id == depositId, cancel);
            if (payment is null || deposit is null)
            {
                return "There is no such payment in a deposit.";
            }

            // With the head locked nobody closes the deposit any more.
            await db.LockLedgerHeadAsync(cancel);
            if (await db.DepositItems.AsTracking().SingleOrDefaultAsync(item => item.PaymentId == paymentId && item.DepositId == depositId, cancel) is not { } there)
            {
                return null;
            }

            if (await db.Deposits.AnyAsync(found => found.Id == depositId && found.ClosedAt != null, cancel))
            {
                return Closed;
            }

            db.DepositItems.Remove(there);
            await db.AppendAuditAsync(
                new AuditFact("TakenOut", nameof(Deposit), depositId.ToString(), JsonSerializer.Serialize(
                    new { currency = deposit.Currency, totalMinor = payment.AmountMinor, payments = new[] { payment.Number } })),
                clock.RecordedBy(access.UserId),
                cancel);
            await db.SaveChangesAsync(cancel);
            changes.Add(new PaymentChange(PaymentChangeKind.DepositsChanged, payment.Id, [payment.PayerId], []));
            return null;
        },
        cancel);
}
