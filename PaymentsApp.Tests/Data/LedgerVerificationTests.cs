using Microsoft.EntityFrameworkCore;
using PaymentsApp.Data;
using PaymentsApp.Data.Guards;
using PaymentsApp.Data.Verification;
using PaymentsApp.Tests.Support;

namespace PaymentsApp.Tests.Data;

/// <summary>Whatever somebody with the database file or a superuser's rights changes is found and named.</summary>
public sealed class LedgerVerificationTests
{
    // What is done, and the finding that must be among those reported.
    private static readonly (string Sql, LedgerCheck Check, string Says)[] Damages =
    [
        ("""UPDATE "Invoices" SET "AllocatedMinor" = "AllocatedMinor" - 1 WHERE "AllocatedMinor" > 0""",
            LedgerCheck.Invoices, "AllocatedMinor is 8999, the facts give 9000"),
        ("""UPDATE "Invoices" SET "AdjustedMinor" = 25 WHERE "AllocatedMinor" > 0""", LedgerCheck.Invoices, "AdjustedMinor is 25, the facts give 0"),
        ("""UPDATE "Invoices" SET "TotalMinor" = 10001 WHERE "AllocatedMinor" = 0""", LedgerCheck.Invoices, "TotalMinor is 10001, the facts give 10000"),
        ("""UPDATE "InvoiceRows" SET "AmountMinor" = 9999""", LedgerCheck.Invoices, "TotalMinor is 10000, the facts give 9999"),
        ("""UPDATE "Allocations" SET "AmountMinor" = 8900 WHERE "AmountMinor" = 9000""", LedgerCheck.Invoices, "AllocatedMinor is 9000, the facts give 8900"),
        ("""UPDATE "Allocations" SET "AmountMinor" = 8900 WHERE "AmountMinor" = 9000""", LedgerCheck.Payments, "Payment P-000001: AllocatedMinor is 9000, the facts give 8900"),
        ("""UPDATE "Payments" SET "AllocatedMinor" = "AllocatedMinor" + 7 WHERE "Number" = 1""", LedgerCheck.Payments, "P-000001: AllocatedMinor is 9007, the facts give 9000"),
        ("""UPDATE "Payments" SET "AdjustedMinor" = 0 WHERE "Number" = 1""", LedgerCheck.Payments, "AdjustedMinor is 0, the facts give 500"),
        ("""UPDATE "Payments" SET "WithdrawnMinor" = 0 WHERE "Number" = 2""", LedgerCheck.Payments, "WithdrawnMinor is 0, the facts give 1000"),
        ("""UPDATE "Payments" SET "WithdrawnMinor" = 1 WHERE "Number" = 1""", LedgerCheck.Payments, "WithdrawnMinor is 1, the facts give 0"),
        ("""DELETE FROM "ReturnedPayments"; DELETE FROM "Reversals" WHERE "PaymentId" IS NOT NULL""", LedgerCheck.Payments, "WithdrawnMinor is 1000, the facts give 0"),
        ("""DELETE FROM "Reversals" WHERE "AllocationId" IS NOT NULL""", LedgerCheck.Invoices, "AllocatedMinor is 0, the facts give 5000"),
        ("""UPDATE "Payments" SET "RefundedMinor" = 0""", LedgerCheck.Payments, "P-000001: RefundedMinor is 0, the facts give 500"),
        ("""UPDATE "Payments" SET "ReceivedOn" = '2020-01-01' WHERE "Number" = 1""", LedgerCheck.PaymentRecords, "Payment P-000001: ReceivedOn is 2020-01-01, "),
        ("""UPDATE "Payments" SET "Reference" = 'other', "Memo" = 'other' WHERE "Number" = 1""",
            LedgerCheck.PaymentRecords, "Payment P-000001: Reference is not what was registered; Memo is not what was registered"),
        ("""UPDATE "Payments" SET "Fingerprint" = 'F' WHERE "Number" = 2""", LedgerCheck.PaymentRecords, "Payment P-000002: Fingerprint is not what was registered"),
        ("""UPDATE "Payments" SET "RecordedById" = 'system' WHERE "Number" = 1""", LedgerCheck.PaymentRecords, "RecordedById is system, "),
        ("""UPDATE "CreditNotes" SET "AppliedMinor" = 100""", LedgerCheck.CreditNotes, "Credit note CN-1: AppliedMinor is 100, the facts give 0"),
        ("""DELETE FROM "Adjustments" WHERE "PaymentId" IS NOT NULL""", LedgerCheck.Payments, "AdjustedMinor is 500, the facts give 0"),
        ("""UPDATE "Payments" SET "Number" = 3 WHERE "Number" = 2""", LedgerCheck.PaymentNumbers, "Payment numbers: 2 is expected after 1, 3 comes"),
        ("""UPDATE "LedgerHead" SET "LastPaymentNumber" = 7""", LedgerCheck.PaymentNumbers, "the ledger head is at 7, the last payment is 2"),
        ("""UPDATE "OrganizationBalances" SET "OutstandingMinor" = 1""", LedgerCheck.OrganizationBalances, "OutstandingMinor is 1, the facts give 11000"),
        ("""UPDATE "OrganizationBalances" SET "OpenCount" = 0""", LedgerCheck.OrganizationBalances, "OpenCount is 0, the facts give 2"),
        ("""DELETE FROM "OrganizationBalances" """, LedgerCheck.OrganizationBalances, "is missing"),
        ("""UPDATE "DueBalances" SET "OutstandingMinor" = 1""", LedgerCheck.DueBalances, "2026-04-01 in USD: OutstandingMinor is 1, the facts give 11000"),
        ("""DELETE FROM "DueBalances" """, LedgerCheck.DueBalances, "is missing"),
        ("""UPDATE "ReceivedBalances" SET "ReceivedMinor" = 1""", LedgerCheck.ReceivedBalances, "in USD: ReceivedMinor is 1, the facts give 14500"),
        ("""UPDATE "ReceivedBalances" SET "UnappliedMinor" = 1""", LedgerCheck.ReceivedBalances, "UnappliedMinor is 1, the facts give "),
        ("""DELETE FROM "ReceivedBalances" """, LedgerCheck.ReceivedBalances, "is missing"),
        ("""UPDATE "AuditEntries" SET "Body" = '{}' WHERE "Seq" = 2""", LedgerCheck.AuditChain, "Audit entry 2: was changed"),
        ("""UPDATE "AuditEntries" SET "ActorId" = 'system' WHERE "Seq" = 1""", LedgerCheck.AuditChain, "Audit entry 1: was changed"),
        ("""UPDATE "AuditEntries" SET "OrganizationId" = NULL WHERE "Seq" = 3""", LedgerCheck.AuditChain, "Audit entry 3: was changed"),
        ("""DELETE FROM "AuditEntries" WHERE "Seq" = 1""", LedgerCheck.AuditChain, "Audit entry 2: 1 is expected here"),
        ("""DELETE FROM "AuditEntries" WHERE "Seq" = 3""", LedgerCheck.AuditChain, "Audit entry 4: 3 is expected here"),
        ("""DELETE FROM "AuditEntries" WHERE "Seq" = 4""", LedgerCheck.AuditChain, "End of the audit trail: the ledger head is at entry 4, the last entry is 3"),
        ("""DELETE FROM "AuditEntries" """, LedgerCheck.AuditChain, "the ledger head is at entry 4, the last entry is 0"),
        ("""UPDATE "LedgerHead" SET "AuditHash" = 'x'""", LedgerCheck.AuditChain, "with another hash"),
        ("""DELETE FROM "LedgerHead" """, LedgerCheck.AuditChain, "Ledger head: is missing"),
    ];

    [Theory, BothDatabases]
    public async Task A_ledger_made_by_the_service_has_no_difference(DatabaseProvider provider)
    {
        await using var app = await TestDatabase.CreateAsync(provider);
        await LedgerStory.TellAsync(app);

        List<LedgerDifference> found = [];
        await using var db = await app.Contexts.CreateDbContextAsync(TestContext.Current.CancellationToken);
        var result = await LedgerVerification.RunAsync(db, found.Add, CancellationToken.None);

        Assert.Empty(found);
        Assert.Equal(new VerificationResult(Invoices: 2, Payments: 2, AuditEntries: 4, Differences: 0), result);
    }

    [Theory, BothDatabases]
    public async Task Each_damage_is_found_and_named(DatabaseProvider provider)
    {
        await using var app = await TestDatabase.CreateAsync(provider);
        await LedgerStory.TellAsync(app);

        foreach (var (sql, check, says) in Damages)
        {
            var found = await DamageAsync(app, sql);
            Assert.True(
                found.Any(difference => difference.Check == check && difference.ToString().Contains(says, StringComparison.Ordinal)),
                $"{sql}\n   should be found as: {check}, {says}\n   found: {string.Join("\n          ", found.Where(d => d.Check != LedgerCheck.Guards))}");
        }

        Assert.Empty(await app.VerifyAsync());
    }

    [Fact]
    public async Task A_row_that_points_at_nothing_is_found()
    {
        await using var app = await TestDatabase.CreateAsync();
        await LedgerStory.TellAsync(app);
        await DropGuardsAsync(app);

        await app.ExecuteSqlAsync("""PRAGMA foreign_keys = OFF; UPDATE "Allocations" SET "PaymentId" = 'gone'""");

        Assert.Contains(await app.VerifyAsync(), found => found.Check == LedgerCheck.ForeignKeys && found.Subject.StartsWith("Allocations row", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_broken_rule_in_the_file_is_found()
    {
        await using var app = await TestDatabase.CreateAsync();
        await LedgerStory.TellAsync(app);
        await DropGuardsAsync(app);

        await app.ExecuteSqlAsync("""PRAGMA ignore_check_constraints = ON; UPDATE "Allocations" SET "AmountMinor" = -1; PRAGMA ignore_check_constraints = OFF;""");

        Assert.Contains(await app.VerifyAsync(), found => found.Check == LedgerCheck.Integrity && found.Finding.Contains("CHECK constraint failed in Allocations", StringComparison.Ordinal));
    }

    [Theory, BothDatabases]
    public async Task A_missing_guard_is_found(DatabaseProvider provider)
    {
        await using var app = await TestDatabase.CreateAsync(provider);

        await app.ExecuteSqlAsync(provider == DatabaseProvider.Sqlite
            ? """DROP TRIGGER "Payments_no_DELETE" """
            : """ALTER TABLE "Payments" DISABLE TRIGGER "Payments_no_DELETE" """);

        Assert.Equal(["Guard Payments_no_DELETE: is missing or switched off"], (await app.VerifyAsync()).Select(found => found.ToString()));
    }

    // In a transaction that is rolled back, so that each damage is alone.
    private static async Task<IReadOnlyList<LedgerDifference>> DamageAsync(TestDatabase app, string sql)
    {
        List<LedgerDifference> found = [];
        await using var db = await app.Contexts.CreateDbContextAsync();
        await using var transaction = await db.Database.BeginTransactionAsync();
        await ExecuteAsync(db, DropGuards(app.Provider));
        await ExecuteAsync(db, sql);
        await LedgerVerification.RunAsync(db, found.Add, CancellationToken.None);
        await transaction.RollbackAsync();
        return found;
    }

    private static Task<int> DropGuardsAsync(TestDatabase app) => app.ExecuteSqlAsync(DropGuards(app.Provider));

    private static string DropGuards(DatabaseProvider provider) => provider == DatabaseProvider.Sqlite
        ? string.Concat(GuardedTables.SqliteTriggers.Select(guard => $"DROP TRIGGER \"{guard}\";"))
        : string.Concat(GuardedTables.Current.Tables.Select(table => $"ALTER TABLE \"{table}\" DISABLE TRIGGER USER;"));

    private static async Task ExecuteAsync(AppDbContext db, string sql)
    {
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.Transaction = Microsoft.EntityFrameworkCore.Storage.DbContextTransactionExtensions.GetDbTransaction(db.Database.CurrentTransaction!);
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }
}
