using Microsoft.EntityFrameworkCore.Migrations;

namespace PaymentsApp.Data.Guards;

/// <summary>The same guards as <see cref="SqliteGuards"/>, in PostgreSQL's words.</summary>
internal static class PostgresGuards
{
    /// <summary>Guards the tables of the set.</summary>
    public static void Create(MigrationBuilder migration, GuardSet set)
    {
        migration.Sql(
            """
            CREATE OR REPLACE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
            BEGIN
                RAISE EXCEPTION '% are facts: % is refused', TG_TABLE_NAME, TG_OP;
            END $$;
            """);

        foreach (var table in set.Facts)
        {
            Refuse(migration, table, "UPDATE");
        }

        foreach (var (table, columns) in set.FactColumns)
        {
            Refuse(migration, table, "UPDATE", columns);
        }

        foreach (var table in set.Tables)
        {
            Refuse(migration, table, "DELETE");
            migration.Sql(
                $"""CREATE TRIGGER "{table}_no_truncate" BEFORE TRUNCATE ON "{table}" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();""");
        }

        foreach (var (table, column) in set.DecidedOnce)
        {
            migration.Sql(
                $"""
                CREATE TRIGGER "{GuardSet.DecidedIsFinal(table)}" BEFORE UPDATE ON "{table}" FOR EACH ROW
                WHEN (OLD."{column}" IS NOT NULL) EXECUTE FUNCTION refuse_change();
                """);
        }
    }

    /// <summary>The audit chain has no gap and no fork; kept balances follow each invoice.</summary>
    public static void KeepLedger(MigrationBuilder migration)
    {
        migration.Sql(
            """
            CREATE OR REPLACE FUNCTION check_audit_chain() RETURNS trigger LANGUAGE plpgsql AS $$
            BEGIN
                IF NEW."Seq" IS DISTINCT FROM (SELECT coalesce(max("Seq"), 0) + 1 FROM "AuditEntries") THEN
                    RAISE EXCEPTION 'AuditEntries: gap in Seq' USING ERRCODE = 'unique_violation';
                END IF;
                IF NEW."Seq" > 1 AND NEW."PrevHash" IS DISTINCT FROM (SELECT "Hash" FROM "AuditEntries" WHERE "Seq" = NEW."Seq" - 1) THEN
                    RAISE EXCEPTION 'AuditEntries: broken chain';
                END IF;
                RETURN NEW;
            END $$;
            CREATE TRIGGER "AuditEntries_chain" BEFORE INSERT ON "AuditEntries" FOR EACH ROW EXECUTE FUNCTION check_audit_chain();

            CREATE OR REPLACE FUNCTION keep_balances() RETURNS trigger LANGUAGE plpgsql AS $$
            DECLARE
                now_minor bigint := NEW."TotalMinor" - NEW."AllocatedMinor" - NEW."AdjustedMinor";
                before_minor bigint;
            BEGIN
                IF TG_OP = 'UPDATE' THEN
                    before_minor := OLD."TotalMinor" - OLD."AllocatedMinor" - OLD."AdjustedMinor";
                    UPDATE "OrganizationBalances" SET
                        "OutstandingMinor" = "OutstandingMinor" + now_minor - before_minor,
                        "OpenCount" = "OpenCount" + (now_minor > 0)::int - (before_minor > 0)::int
                    WHERE "OrganizationId" = NEW."OrganizationId" AND "Currency" = NEW."Currency";
                    UPDATE "DueBalances" SET
                        "OutstandingMinor" = "OutstandingMinor" + now_minor - before_minor,
                        "OpenCount" = "OpenCount" + (now_minor > 0)::int - (before_minor > 0)::int
                    WHERE "Currency" = NEW."Currency" AND "DueOn" = NEW."DueOn";
                    RETURN NULL;
                END IF;
                INSERT INTO "OrganizationBalances" AS b ("OrganizationId", "Currency", "OutstandingMinor", "OpenCount")
                VALUES (NEW."OrganizationId", NEW."Currency", now_minor, (now_minor > 0)::int)
                ON CONFLICT ("OrganizationId", "Currency") DO UPDATE SET
                    "OutstandingMinor" = b."OutstandingMinor" + excluded."OutstandingMinor",
                    "OpenCount" = b."OpenCount" + excluded."OpenCount";
                INSERT INTO "DueBalances" AS b ("Currency", "DueOn", "OutstandingMinor", "OpenCount")
                VALUES (NEW."Currency", NEW."DueOn", now_minor, (now_minor > 0)::int)
                ON CONFLICT ("Currency", "DueOn") DO UPDATE SET
                    "OutstandingMinor" = b."OutstandingMinor" + excluded."OutstandingMinor",
                    "OpenCount" = b."OpenCount" + excluded."OpenCount";
                RETURN NULL;
            END $$;
            CREATE TRIGGER "Invoices_balances_insert" AFTER INSERT ON "Invoices" FOR EACH ROW EXECUTE FUNCTION keep_balances();
            CREATE TRIGGER "Invoices_balances_update" AFTER UPDATE OF "AllocatedMinor", "AdjustedMinor" ON "Invoices"
                FOR EACH ROW EXECUTE FUNCTION keep_balances();
            """);
    }

    private static void Refuse(MigrationBuilder migration, string table, string action, IReadOnlyList<string>? columns = null)
    {
        var of = columns is null ? string.Empty : $" OF {GuardedTables.Quoted(columns)}";
        migration.Sql(
            $"""CREATE TRIGGER "{table}_no_{action}" BEFORE {action}{of} ON "{table}" FOR EACH ROW EXECUTE FUNCTION refuse_change();""");
    }
}
