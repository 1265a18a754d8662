using Microsoft.EntityFrameworkCore;
using PaymentsApp.Domain;

namespace PaymentsApp.Data;

/// <summary>The embedded database. Writers stand behind one gate, so nothing needs a row lock.</summary>
public sealed class SqliteAppDbContext(DbContextOptions<SqliteAppDbContext> options) : AppDbContext(options)
{
    public override Task<Dictionary<int, Invoice>> LockInvoicesAsync(IReadOnlyCollection<int> ids, CancellationToken cancel) =>
        Invoices.Where(invoice => ids.Contains(invoice.Id)).ToDictionaryAsync(invoice => invoice.Id, cancel);

    public override Task<Payment?> LockPaymentAsync(Guid id, CancellationToken cancel) =>
        Payments.SingleOrDefaultAsync(payment => payment.Id == id, cancel);

    public override Task<LedgerHead> LockLedgerHeadAsync(CancellationToken cancel) => LedgerHeads.SingleAsync(cancel);

    public override Task NotifyAsync(string channel, string message, CancellationToken cancel) => Task.CompletedTask;
}
