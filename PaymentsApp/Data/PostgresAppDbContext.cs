using Microsoft.EntityFrameworkCore;
using PaymentsApp.Domain;

namespace PaymentsApp.Data;

/// <summary>The database for several machines: rows are locked in one order, invoices, payment, ledger head.</summary>
public sealed class PostgresAppDbContext(DbContextOptions<PostgresAppDbContext> options) : AppDbContext(options)
{
    /// <summary>Compares by code unit, as SQLite does; a locale's order would break prefix ranges and paging by key.</summary>
    private const string ByCodeUnit = "C";

    public override Task<Dictionary<int, Invoice>> LockInvoicesAsync(IReadOnlyCollection<int> ids, CancellationToken cancel)
    {
        var wanted = ids.ToArray();
        return Invoices
            .FromSql($"""SELECT * FROM "Invoices" WHERE "Id" = ANY ({wanted}) ORDER BY "Id" FOR UPDATE""")
            .ToDictionaryAsync(invoice => invoice.Id, cancel);
    }

    public override async Task<Payment?> LockPaymentAsync(Guid id, CancellationToken cancel) =>
        (await Payments.FromSql($"""SELECT * FROM "Payments" WHERE "Id" = {id} FOR UPDATE""").ToListAsync(cancel)).SingleOrDefault();

    public override async Task<ApprovalRequest?> LockApprovalRequestAsync(Guid id, CancellationToken cancel) =>
        (await ApprovalRequests.FromSql($"""SELECT * FROM "ApprovalRequests" WHERE "Id" = {id} FOR UPDATE""").ToListAsync(cancel)).SingleOrDefault();

    public override async Task<LedgerHead> LockLedgerHeadAsync(CancellationToken cancel) =>
        (await LedgerHeads.FromSql($"""SELECT * FROM "LedgerHead" FOR UPDATE""").ToListAsync(cancel)).Single();

    public override Task NotifyAsync(string channel, string message, CancellationToken cancel) =>
        Database.ExecuteSqlAsync($"SELECT pg_notify({channel}, {message})", cancel);

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.Entity<Organization>().Property(o => o.SearchName).UseCollation(ByCodeUnit);
        builder.Entity<OrganizationNamePart>().Property(p => p.Part).UseCollation(ByCodeUnit);
        builder.Entity<Organization>().Property(o => o.CustomerNumber).UseCollation(ByCodeUnit);
        builder.Entity<Invoice>().Property(i => i.NumberKey).UseCollation(ByCodeUnit);
        builder.Entity<CreditNote>().Property(n => n.NumberKey).UseCollation(ByCodeUnit);
        builder.Entity<Payment>().Property(p => p.ReferenceKey).UseCollation(ByCodeUnit);
    }
}
