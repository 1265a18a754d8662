using Microsoft.EntityFrameworkCore.Migrations;

namespace PaymentsApp.Data.Guards;

/// <summary>
/// Triggers that refuse forbidden writes and keep the balances. A migration that rebuilds a guarded table
/// (SQLite does so for most changes) drops its triggers, at its very end: the next migration
/// has to create them again.
/// </summary>
internal static class SqliteGuards
{
    /// <summary>Guards the tables of the set.</summary>
    public static void Create(MigrationBuilder migration, GuardSet set)
    {
        foreach (var table in set.Facts)
        {
            Refuse(migration, table, "UPDATE");
            Refuse(migration, table, "DELETE");
        }

        foreach (var (table, columns) in set.FactColumns)
        {
            Refuse(migration, table, "UPDATE", columns);
            Refuse(migration, table, "DELETE");
        }

        foreach (var (table, column) in set.DecidedOnce)
        {
            migration.Sql(
                $"""
                CREATE TRIGGER "{GuardSet.DecidedIsFinal(table)}" BEFORE UPDATE ON "{table}" WHEN OLD."{column}" IS NOT NULL
                BEGIN SELECT RAISE(ABORT, '{table} are facts: what is decided stays'); END;
                """);
        }

        // INSERT OR REPLACE deletes without firing delete triggers, unless the connection asks for it.
        foreach (var (table, key) in set.Replaceable)
        {
            var isThere = string.Join(" AND ", key.Select(column => $"\"{column}\" = NEW.\"{column}\""));
            migration.Sql(
                $"""
                CREATE TRIGGER "{GuardSet.NoReplace(table, key)}" BEFORE INSERT ON "{table}"
                WHEN EXISTS (SELECT 1 FROM "{table}" WHERE {isThere})
                BEGIN SELECT RAISE(ABORT, 'UNIQUE constraint failed: {table}.{string.Join(", ", key)}'); END;
                """);
        }
    }

    /// <summary>The audit chain has no gap and no fork; kept balances follow each invoice.</summary>
    public static void KeepLedger(MigrationBuilder migration)
    {
        migration.Sql(
            """
            CREATE TRIGGER "AuditEntries_chain" BEFORE INSERT ON "AuditEntries"
            BEGIN
                SELECT CASE WHEN NEW."Seq" IS NOT (SELECT coalesce(max("Seq"), 0) + 1 FROM "AuditEntries")
                    THEN RAISE(ABORT, 'AuditEntries: gap in Seq') END;
                SELECT CASE WHEN NEW."Seq" > 1 AND NEW."PrevHash" IS NOT (SELECT "Hash" FROM "AuditEntries" WHERE "Seq" = NEW."Seq" - 1)
                    THEN RAISE(ABORT, 'AuditEntries: broken chain') END;
            END;
            """);

        KeepBalances(migration);
    }

    private static void Refuse(MigrationBuilder migration, string table, string action, IReadOnlyList<string>? columns = null)
    {
        var of = columns is null ? string.Empty : $" OF {GuardedTables.Quoted(columns)}";
        migration.Sql(
            $"""
            CREATE TRIGGER "{table}_no_{action}" BEFORE {action}{of} ON "{table}"
            BEGIN SELECT RAISE(ABORT, '{table} are facts: {action} is refused'); END;
            """);
    }

    private static void KeepBalances(MigrationBuilder migration)
    {
        const string now = "(NEW.\"TotalMinor\" - NEW.\"AllocatedMinor\" - NEW.\"AdjustedMinor\")";
        const string before = "(OLD.\"TotalMinor\" - OLD.\"AllocatedMinor\" - OLD.\"AdjustedMinor\")";
        migration.Sql(
            $"""
            CREATE TRIGGER "Invoices_balances_insert" AFTER INSERT ON "Invoices"
            BEGIN
                INSERT INTO "OrganizationBalances" ("OrganizationId", "Currency", "OutstandingMinor", "OpenCount")
                VALUES (NEW."OrganizationId", NEW."Currency", {now}, {now} > 0)
                ON CONFLICT ("OrganizationId", "Currency") DO UPDATE SET
                    "OutstandingMinor" = "OutstandingMinor" + excluded."OutstandingMinor",
                    "OpenCount" = "OpenCount" + excluded."OpenCount";
                INSERT INTO "DueBalances" ("Currency", "DueOn", "OutstandingMinor", "OpenCount")
                VALUES (NEW."Currency", NEW."DueOn", {now}, {now} > 0)
                ON CONFLICT ("Currency", "DueOn") DO UPDATE SET
                    "OutstandingMinor" = "OutstandingMinor" + excluded."OutstandingMinor",
                    "OpenCount" = "OpenCount" + excluded."OpenCount";
            END;
            """);
        migration.Sql(
            $"""
            CREATE TRIGGER "Invoices_balances_update" AFTER UPDATE OF "AllocatedMinor", "AdjustedMinor" ON "Invoices"
            BEGIN
                UPDATE "OrganizationBalances" SET
                    "OutstandingMinor" = "OutstandingMinor" + {now} - {before},
                    "OpenCount" = "OpenCount" + ({now} > 0) - ({before} > 0)
                WHERE "OrganizationId" = NEW."OrganizationId" AND "Currency" = NEW."Currency";
                UPDATE "DueBalances" SET
                    "OutstandingMinor" = "OutstandingMinor" + {now} - {before},
                    "OpenCount" = "OpenCount" + ({now} > 0) - ({before} > 0)
                WHERE "Currency" = NEW."Currency" AND "DueOn" = NEW."DueOn";
            END;
            """);
    }
}
