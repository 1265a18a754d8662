using Microsoft.EntityFrameworkCore;
using PaymentsApp.Data;
using PaymentsApp.Domain;
using PaymentsApp.Security;

namespace PaymentsApp.Payments.Returns;

/// <summary>What banks took back, of the accounts that the person may see.</summary>
public sealed class ReturnedPaymentQueries(IDbContextFactory<AppDbContext> contexts, CurrentUser currentUser, CompanyClock clock)
{
    /// <summary>For so many days a returned payment is shown on the home page.</summary>
    public const int RecentDays = 30;

    /// <summary>The most that are shown.</summary>
    private const int LinesMax = 10;

    /// <summary>How many payments of this payer came back; 0 also when it is not this person's to see.</summary>
    public async Task<int> CountAsync(int payerId, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var access = await currentUser.RequireAsync(Permission.ViewAccounts, db, cancel);
        return await access.VisiblePayments(db)
            .CountAsync(payment => payment.PayerId == payerId && db.ReturnedPayments.Any(returned => returned.PaymentId == payment.Id), cancel);
    }

    /// <summary>What came back lately, the latest first.</summary>
    public async Task<IReadOnlyList<ReturnedLine>> RecentAsync(CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var access = await currentUser.RequireAsync(Permission.ViewAccounts, db, cancel);
        var since = clock.Today.AddDays(-RecentDays);
        return await (
            from returned in db.ReturnedPayments
            where returned.ReturnedOn >= since
            join payment in access.VisiblePayments(db) on returned.PaymentId equals payment.Id
            join payer in db.Organizations on payment.PayerId equals payer.Id
            orderby returned.ReturnedOn descending, payment.Number descending
            select new ReturnedLine(
                payment.Id, payment.Number, payer.Id, payer.Name, new Money(payment.AmountMinor, payment.Currency), returned.ReturnedOn, returned.ReturnCode))
            .Take(LinesMax)
            .ToListAsync(cancel);
    }
}
