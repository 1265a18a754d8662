using Microsoft.EntityFrameworkCore.Migrations;

namespace PaymentsApp.Data.Guards;

/// <summary>The same guards as <see cref="SqliteGuards"/>, in PostgreSQL's words.</summary>
internal static class PostgresGuards
{
    public static void Create(MigrationBuilder migration)
    {
        migration.Sql(
            """
            CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
            BEGIN
                RAISE EXCEPTION '% are facts: % is refused', TG_TABLE_NAME, TG_OP;
            END $$;
            """);

        foreach (var table in GuardedTables.Facts)
        {
            Refuse(migration, table, "UPDATE");
        }

        Refuse(migration, "Invoices", "UPDATE", GuardedTables.InvoiceFacts);
        Refuse(migration, "Payments", "UPDATE", GuardedTables.PaymentFacts);
        foreach (var table in GuardedTables.Facts.Concat(["Invoices", "Payments"]))
        {
            Refuse(migration, table, "DELETE");
            migration.Sql(
                $"""CREATE TRIGGER "{table}_no_truncate" BEFORE TRUNCATE ON "{table}" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();""");
        }

        migration.Sql(
            """
            CREATE FUNCTION check_audit_chain() RETURNS trigger LANGUAGE plpgsql AS $$
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

            CREATE FUNCTION keep_balances() RETURNS trigger LANGUAGE plpgsql AS $$
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
