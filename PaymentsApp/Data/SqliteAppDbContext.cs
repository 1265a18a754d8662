using Microsoft.EntityFrameworkCore;
using PaymentsApp.Domain;

namespace PaymentsApp.Data;

/// <summary>The embedded database. Writers stand behind one gate, so nothing needs a row lock.</summary>
public sealed class SqliteAppDbContext(DbContextOptions<SqliteAppDbContext> options) : AppDbContext(options)
{
    private static readonly CompiledQuery<Func<AppDbContext, IReadOnlyCollection<int>, IAsyncEnumerable<Invoice>>> InvoicesOf = new(() =>
        EF.CompileAsyncQuery((AppDbContext db, IReadOnlyCollection<int> ids) => db.Invoices.AsTracking().Where(invoice => ids.Contains(invoice.Id))));

    private static readonly CompiledQuery<Func<AppDbContext, IAsyncEnumerable<LedgerHead>>> Heads = new(() =>
        EF.CompileAsyncQuery((AppDbContext db) => db.LedgerHeads.AsTracking()));

    public override async Task<Dictionary<int, Invoice>> LockInvoicesAsync(IReadOnlyCollection<int> ids, CancellationToken cancel) =>
        await InvoicesOf.For(this)(this, ids).ToDictionaryAsync(invoice => invoice.Id, cancellationToken: cancel);

    public override Task<Payment?> LockPaymentAsync(Guid id, CancellationToken cancel) =>
        Payments.SingleOrDefaultAsync(payment => payment.Id == id, cancel);

    public override Task<ApprovalRequest?> LockApprovalRequestAsync(Guid id, CancellationToken cancel) =>
        ApprovalRequests.SingleOrDefaultAsync(request => request.Id == id, cancel);

    public override async Task<LedgerHead> LockLedgerHeadAsync(CancellationToken cancel) =>
        await Heads.For(this)(this).SingleAsync(cancel);

    public override Task NotifyAsync(string channel, string message, CancellationToken cancel) => Task.CompletedTask;
}
