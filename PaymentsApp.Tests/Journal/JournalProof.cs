using System.Text;
using Microsoft.EntityFrameworkCore;
using PaymentsApp.Domain;
using PaymentsApp.Journal;
using PaymentsApp.Tests.Support;

namespace PaymentsApp.Tests.Journal;

/// <summary>Compares the derived double entry with the balances that are kept.</summary>
internal static class JournalProof
{
    /// <summary>Debits and credits add up to zero per currency; the accounts that mirror balances have them.</summary>
    /// <param name="app">Somebody of Finance is signed in.</param>
    /// <param name="when">Said when it fails.</param>
    public static async Task AssertAsync(TestDatabase app, string when)
    {
        var totals = (await app.Get<JournalService>().TotalsAsync(new DateOnly(1990, 1, 1), new DateOnly(2100, 1, 1), default)).Totals;
        Assert.True(totals.GroupBy(total => total.Debit.Currency).All(currency => currency.Sum(total => total.Debit.Minor) == 0), when);

        var invoices = await app.ReadAsync(db => db.Invoices.AsNoTracking().ToListAsync());
        var payments = await app.ReadAsync(db => db.Payments.AsNoTracking().ToListAsync());
        var notes = await app.ReadAsync(db => db.CreditNotes.AsNoTracking().ToListAsync());
        AssertAccount(LedgerAccount.Receivable, invoices.Select(invoice => invoice.Outstanding));
        AssertAccount(LedgerAccount.UnappliedCredit, payments.Select(payment => -payment.Unapplied));
        AssertAccount(LedgerAccount.OpenCreditNotes, notes.Select(note => -note.Unapplied));

        void AssertAccount(LedgerAccount account, IEnumerable<Money> balances)
        {
            var kept = balances.GroupBy(money => money.Currency).Select(group => (group.Key, Minor: group.Sum(money => money.Minor))).Where(sum => sum.Minor != 0);
            var derived = totals.Where(total => total.Account.Account == account && !total.Debit.IsZero).Select(total => (total.Debit.Currency, total.Debit.Minor));
            Assert.True(kept.Order().SequenceEqual(derived.Order()), $"{when}: {account} is {string.Join(", ", derived)}, the balances are {string.Join(", ", kept)}");
        }
    }

    public static async Task<string> ExportAsync(TestDatabase app, DateOnly from, DateOnly to)
    {
        using var file = new MemoryStream();
        await app.Get<JournalService>().ExportAsync(from, to, file, default);
        return Encoding.UTF8.GetString(file.ToArray()).TrimStart('\uFEFF');
    }
}
