using Microsoft.EntityFrameworkCore;
using PaymentsApp.Payments.Balances;
using PaymentsApp.Tests.Support;

namespace PaymentsApp.Tests.Payments.Balances;

/// <summary>The facts that a screen shows behind a figure come to that figure: of every account, and of the most changed invoices and payments.</summary>
internal static class BalanceProof
{
    private const int Sample = 40;

    public static async Task AssertAsync(TestDatabase app, string when)
    {
        var subjects = await SubjectsAsync(app);
        var queries = app.Get<BalanceFactQueries>();
        foreach (var subject in subjects)
        {
            var balance = await queries.FindAsync(subject, default);
            Assert.True(balance is { Agrees: true }, $"{when}: {subject} is {balance?.Figure}, its facts come to {balance?.Sum}");
        }
    }

    private static Task<List<BalanceSubject>> SubjectsAsync(TestDatabase app) => app.ReadAsync(async db =>
    {
        var owing = await db.Invoices.Select(i => new { i.OrganizationId, i.Currency }).Distinct().ToListAsync();
        var paying = await db.Payments.Select(p => new { p.PayerId, p.Currency }).Union(db.CreditNotes.Select(n => new { PayerId = n.OrganizationId, n.Currency })).Distinct().ToListAsync();
        var invoices = await db.Invoices.OrderByDescending(i => i.Version).Take(Sample).Select(i => new { i.Id, i.Currency }).ToListAsync();
        var payments = await db.Payments.OrderByDescending(p => p.Version).Take(Sample).Select(p => new { p.Id, p.Currency }).ToListAsync();
        return (List<BalanceSubject>)
        [
            .. owing.Select(account => BalanceSubject.OfOrganization(account.OrganizationId, BalanceKind.Outstanding, account.Currency)),
            .. paying.Select(account => BalanceSubject.OfOrganization(account.PayerId, BalanceKind.Credit, account.Currency)),
            .. invoices.Select(invoice => BalanceSubject.OfInvoice(invoice.Id, invoice.Currency)),
            .. payments.Select(payment => BalanceSubject.OfPayment(payment.Id, payment.Currency)),
        ];
    });
}
