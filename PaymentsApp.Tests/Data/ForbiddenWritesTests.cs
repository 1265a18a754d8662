using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using PaymentsApp.Data;
using PaymentsApp.Data.Guards;
using PaymentsApp.Tests.Support;

namespace PaymentsApp.Tests.Data;

/// <summary>What the database itself refuses, whoever writes: raw SQL, past every rule of the program.</summary>
public sealed class ForbiddenWritesTests
{
    // The payment that was not reversed.
    private const string Sound = "(SELECT \"Id\" FROM \"Payments\" WHERE \"Number\" = 1)";

    private static readonly string[] Guarded = [.. GuardedTables.Current.Tables];

    [Theory, BothDatabases]
    public async Task Facts_are_never_changed_or_deleted(DatabaseProvider provider)
    {
        await using var app = await TestDatabase.CreateAsync(provider);
        await LedgerStory.TellAsync(app);
        await using var db = await app.Contexts.CreateDbContextAsync(TestContext.Current.CancellationToken);
        var writes = Guarded.SelectMany(table => Changes(db, table)
            .Append($"DELETE FROM \"{table}\"")
            .Append(Upsert(db, table))
            .Concat(provider == DatabaseProvider.Sqlite
                ? [.. Replacements(db, table), RawRows.Copy(db, table, "REPLACE INTO"), RawRows.Copy(db, table, "INSERT OR REPLACE INTO"), $"PRAGMA recursive_triggers = OFF; {RawRows.Copy(db, table, "REPLACE INTO")}"]
                : [$"TRUNCATE \"{table}\" CASCADE"]));

        await AssertRefusedAsync(app, writes, "refused", "UNIQUE constraint failed", "are facts", "broken chain", "gap in Seq");
    }

    [Theory, BothDatabases]
    public async Task Impossible_figures_are_refused(DatabaseProvider provider)
    {
        await using var app = await TestDatabase.CreateAsync(provider);
        await LedgerStory.TellAsync(app);
        await using var db = await app.Contexts.CreateDbContextAsync(TestContext.Current.CancellationToken);
        (string, string)[] newInvoice = [("Id", "900"), ("Number", "'N'"), ("NumberKey", "'N'")];
        (string, string)[] newPayment = [("Id", Id(1)), ("Number", "900")];

        await AssertRefusedAsync(
            app,
            [
                """UPDATE "Invoices" SET "AllocatedMinor" = "TotalMinor" + 1""",
                """UPDATE "Invoices" SET "AllocatedMinor" = -1""",
                """UPDATE "Invoices" SET "AdjustedMinor" = -1""",
                """UPDATE "Invoices" SET "AllocatedMinor" = "TotalMinor", "AdjustedMinor" = 1""",
                """UPDATE "Payments" SET "AllocatedMinor" = "AmountMinor" + "AdjustedMinor" + 1""",
                """UPDATE "Payments" SET "AllocatedMinor" = -1""",
                """UPDATE "Payments" SET "WithdrawnMinor" = "AmountMinor" + "AdjustedMinor" - "AllocatedMinor" + 1""",
                """UPDATE "OrganizationBalances" SET "OutstandingMinor" = -1""",
                """UPDATE "DueBalances" SET "OpenCount" = -1""",
                """UPDATE "ReceivedBalances" SET "UnappliedMinor" = -1""",
                """UPDATE "Organizations" SET "PayerId" = "Id" """,
                """UPDATE "LedgerHead" SET "Id" = 2""",
                """UPDATE "CompanySettings" SET "Id" = 2""",
                RawRows.Copy(db, "Invoices", changes: [.. newInvoice, ("TotalMinor", "0"), ("AllocatedMinor", "0")]),
                RawRows.Copy(db, "Invoices", changes: [.. newInvoice, ("DueOn", "'2001-01-01'")]),
                RawRows.Copy(db, "Payments", changes: [.. newPayment, ("AmountMinor", "0")]),
                RawRows.Copy(db, "Payments", changes: [.. newPayment, ("AmountMinor", "100000000000000")]),
                RawRows.Copy(db, "Allocations", changes: [("Id", Id(2)), ("AmountMinor", "0")]),
                RawRows.Copy(db, "Adjustments", changes: [("Id", Id(3)), ("AmountMinor", "-1")]),
                RawRows.Copy(db, "Adjustments", changes: [("Id", Id(3)), ("InvoiceId", "(SELECT min(\"Id\") FROM \"Invoices\")")]),
                RawRows.Copy(db, "Adjustments", changes: [("Id", Id(3)), ("PaymentId", "NULL")]),
                RawRows.Copy(db, "Reversals", changes: [("Id", Id(4)), ("AllocationId", "NULL"), ("PaymentId", "NULL")]),
                RawRows.Copy(db, "Reversals", changes: [("Id", Id(4)), ("AllocationId", "(SELECT \"Id\" FROM \"Allocations\" WHERE \"AmountMinor\" = 9000)"), ("PaymentId", Sound)]),
                RawRows.Copy(db, "Reversals", changes: [("Id", Id(4)), ("AllocationId", "NULL"), ("PaymentId", Sound), ("Reason", "''")]),
            ],
            "CHECK constraint failed", "violates check constraint");
    }

    [Theory, BothDatabases]
    public async Task Nothing_happens_twice_and_currencies_never_mix(DatabaseProvider provider)
    {
        await using var app = await TestDatabase.CreateAsync(provider);
        await LedgerStory.TellAsync(app);
        var yen = await app.InvoiceAsync(await app.ReadAsync(all => all.Organizations.FirstAsync()), currency: "JPY");
        await using var db = await app.Contexts.CreateDbContextAsync(TestContext.Current.CancellationToken);
        var recorded = """SELECT max("Id") FROM "Invoices" """;

        await AssertRefusedAsync(
            app,
            [
                RawRows.Copy(db, "Invoices", changes: [("Id", "900")]),
                RawRows.Copy(db, "Payments", changes: [("Id", Id(1))]),
                RawRows.Copy(db, "Payments", changes: [("Number", "900")]),
                RawRows.Copy(db, "Organizations", changes: [("Id", "900")]),
                RawRows.Copy(db, "InvoiceRows", changes: [("Id", "900")]),
                RawRows.Copy(db, "Reversals", changes: [("Id", Id(4))]),
                RawRows.Copy(db, "PaymentTypes", changes: [("Id", "900")]),
            ],
            "UNIQUE constraint failed", "duplicate key");

        await AssertRefusedAsync(
            app,
            [
                RawRows.Copy(db, "Allocations", changes: [("Id", Id(2)), ("InvoiceId", $"{yen.Id}")]),
                RawRows.Copy(db, "Allocations", changes: [("Id", Id(2)), ("InvoiceId", $"{yen.Id}"), ("Currency", "'JPY'")]),
                RawRows.Copy(db, "Allocations", changes: [("Id", Id(2)), ("Currency", "'EUR'")]),
                RawRows.Copy(db, "Adjustments", changes: [("Id", Id(3)), ("Currency", "'EUR'")]),
                RawRows.Copy(db, "Adjustments", changes: [("Id", Id(3)), ("PaymentId", "NULL"), ("InvoiceId", $"({recorded})")]),
                RawRows.Copy(db, "Invoices", changes: [("Id", "900"), ("Number", "'N'"), ("NumberKey", "'N'"), ("OrganizationId", "9999")]),
                RawRows.Copy(db, "Payments", changes: [("Id", Id(1)), ("Number", "900"), ("RecordedById", "'nobody'")]),
                """DELETE FROM "Organizations" """,
                """DELETE FROM "PaymentTypes" """,
            ],
            "FOREIGN KEY constraint failed", "violates foreign key");
    }

    [Theory, BothDatabases]
    public async Task Money_goes_to_nobody_whom_the_payer_does_not_pay_for_and_a_payer_has_no_payer(DatabaseProvider provider)
    {
        await using var app = await TestDatabase.CreateAsync(provider);
        await LedgerStory.TellAsync(app);
        var payer = await app.ReadAsync(all => all.Organizations.FirstAsync());
        var client = await app.OrganizationAsync(payer: payer);
        var (paid, foreign) = (await app.InvoiceAsync(client), await app.InvoiceAsync(await app.OrganizationAsync()));
        await using var db = await app.Contexts.CreateDbContextAsync(TestContext.Current.CancellationToken);

        await AssertRefusedAsync(
            app,
            [
                RawRows.Copy(db, "Allocations", changes: [("Id", Id(2)), ("PaymentId", Sound), ("InvoiceId", $"{foreign.Id}")]),
                $"""UPDATE "Organizations" SET "PayerId" = {client.Id} WHERE "Id" = {foreign.OrganizationId}""",
                $"""UPDATE "Organizations" SET "PayerId" = {foreign.OrganizationId} WHERE "Id" = {payer.Id}""",
                RawRows.Copy(db, "Organizations", changes: [("Id", "900"), ("CustomerNumber", "'X'"), ("PayerId", $"{client.Id}")]),
            ],
            "does not pay for", "pays for itself");

        Assert.Equal(1, await app.ExecuteSqlAsync(RawRows.Copy(db, "Allocations", changes: [("Id", Id(2)), ("PaymentId", Sound), ("InvoiceId", $"{paid.Id}")])));
        Assert.Equal([client.Id], await app.ReadAsync(all => all.PaymentClients.Select(kept => kept.OrganizationId).ToListAsync()));
    }

    [Theory, BothDatabases]
    public async Task The_audit_trail_has_no_gap_and_no_fork(DatabaseProvider provider)
    {
        await using var app = await TestDatabase.CreateAsync(provider);
        await LedgerStory.TellAsync(app);
        await using var db = await app.Contexts.CreateDbContextAsync(TestContext.Current.CancellationToken);
        const string last = "(SELECT max(\"Seq\") FROM \"AuditEntries\")";

        await AssertRefusedAsync(
            app,
            [
                RawRows.Copy(db, "AuditEntries", changes: [("Seq", $"{last} + 2"), ("PrevHash", "'x'")]),
                RawRows.Copy(db, "AuditEntries", changes: [("Seq", last), ("PrevHash", "'x'")]),
                RawRows.Copy(db, "AuditEntries", changes: [("Seq", "0"), ("PrevHash", "'x'")]),
                RawRows.Copy(db, "AuditEntries", changes: [("Seq", $"{last} + 1"), ("PrevHash", "'x'")]),
                RawRows.Copy(db, "AuditEntries", changes: [("Seq", $"{last} + 1")]),
            ],
            "gap in Seq", "broken chain", "UNIQUE constraint failed");
    }

    [Theory, BothDatabases]
    public async Task Kept_balances_follow_every_invoice(DatabaseProvider provider)
    {
        await using var app = await TestDatabase.CreateAsync(provider);
        var organization = await app.OrganizationAsync();
        var first = await app.InvoiceAsync(organization, total: 100);
        await app.InvoiceAsync(organization, total: 50);
        await app.InvoiceAsync(organization, total: 7, currency: "JPY");

        await app.ExecuteSqlAsync($"""UPDATE "Invoices" SET "AllocatedMinor" = 9900, "AdjustedMinor" = 100 WHERE "Id" = {first.Id}""");

        var kept = await app.ReadAsync(db => db.OrganizationBalances.OrderBy(b => b.Currency).ToListAsync());
        Assert.Equal([("JPY", 7L, 1), ("USD", 5000L, 1)], kept.Select(b => (b.Currency, b.OutstandingMinor, b.OpenCount)));
        var due = await app.ReadAsync(db => db.DueBalances.OrderBy(b => b.Currency).ToListAsync());
        Assert.Equal([("JPY", first.DueOn, 7L, 1), ("USD", first.DueOn, 5000L, 1)], due.Select(b => (b.Currency, b.DueOn, b.OutstandingMinor, b.OpenCount)));
    }

    // Every column that is a fact, changed by itself.
    private static IEnumerable<string> Changes(AppDbContext db, string table) =>
        Facts(db, table).Select(column => $"UPDATE \"{table}\" SET \"{column}\" = \"{column}\"");

    private static IReadOnlyList<string> Facts(AppDbContext db, string table) =>
        GuardedTables.FactColumnsOf(table) is { Count: > 0 } columns ? columns : RawRows.Columns(db, table);

    // A new row that has only the other unique key of an old one would push the old one out.
    private static IEnumerable<string> Replacements(AppDbContext db, string table) =>
        from guard in GuardedTables.Current.Replaceable
        where guard.Table == table && !guard.Key.Contains("Id") && table is not ("AuditEntries" or "CreditsBeside")
        let id = table is "Invoices" or "InvoiceRows" ? "900" : Id(9)
        let row = $"(SELECT * FROM \"{table}\" WHERE \"{guard.Key[0]}\" IS NOT NULL LIMIT 1)"
        where guard.Key[0] != "ReplacesPaymentId" // no payment of the story replaces another
        select "PRAGMA recursive_triggers = OFF; "
            + RawRows.Copy(db, table, "REPLACE INTO", [("Id", id)]).Replace($"(SELECT * FROM \"{table}\" ORDER BY 1 LIMIT 1)", row, StringComparison.Ordinal);

    private static string Upsert(AppDbContext db, string table)
    {
        var key = table switch
        {
            "AuditEntries" => "Seq",
            "DepositItems" => "PaymentId",
            "PromisedInvoices" => "PromiseId\", \"InvoiceId",
            "CreditsBeside" => "PaymentId\", \"FactId",
            _ => "Id",
        };
        var fact = Facts(db, table)[1];
        return $"{RawRows.Copy(db, table)} ON CONFLICT (\"{key}\") DO UPDATE SET \"{fact}\" = excluded.\"{fact}\"";
    }

    private static async Task AssertRefusedAsync(TestDatabase app, IEnumerable<string> writes, params string[] because)
    {
        List<string> wrong = [];
        foreach (var sql in writes)
        {
            try
            {
                wrong.Add($"{sql}\n   wrote {await app.ExecuteSqlAsync(sql)} rows");
            }
            catch (DbException refusal)
            {
                if (!because.Any(reason => refusal.Message.Contains(reason, StringComparison.Ordinal)))
                {
                    wrong.Add($"{sql}\n   was refused for another reason: {refusal.Message}");
                }
            }
        }

        Assert.True(wrong.Count == 0, string.Join("\n", wrong));
    }

    private static string Id(int number) => $"'00000000-0000-7000-8000-{number:D12}'";
}
