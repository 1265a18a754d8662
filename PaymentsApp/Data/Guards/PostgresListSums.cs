using Microsoft.EntityFrameworkCore.Migrations;
using PaymentsApp.Domain;

namespace PaymentsApp.Data.Guards;

/// <summary>The same triggers as <see cref="SqliteListSums"/>, in PostgreSQL's words.</summary>
internal static class PostgresListSums
{
    /// <summary>Creates the triggers, and fills the tables from what is there.</summary>
    public static void Keep(MigrationBuilder migration)
    {
        migration.Sql(
            $"""
            CREATE OR REPLACE FUNCTION organization_name_parts(name text) RETURNS SETOF text LANGUAGE sql IMMUTABLE AS $$
                SELECT DISTINCT substr(name, place, {OrganizationNamePart.LengthMax}) FROM generate_series(1, greatest(length(name), 1)) place
                WHERE place = 1 OR substr(name, place, 1) <> ' '
            $$;

            CREATE OR REPLACE FUNCTION keep_name_parts() RETURNS trigger LANGUAGE plpgsql AS $$
            BEGIN
                IF TG_OP = 'UPDATE' THEN
                    DELETE FROM "OrganizationNameParts" WHERE "OrganizationId" = NEW."Id";
                END IF;
                INSERT INTO "OrganizationNameParts" ("Part", "OrganizationId")
                SELECT part, NEW."Id" FROM organization_name_parts(NEW."SearchName") part;
                RETURN NULL;
            END $$;
            CREATE TRIGGER "Organizations_parts_insert" AFTER INSERT ON "Organizations" FOR EACH ROW EXECUTE FUNCTION keep_name_parts();
            CREATE TRIGGER "Organizations_parts_update" AFTER UPDATE OF "SearchName" ON "Organizations"
                FOR EACH ROW WHEN (OLD."SearchName" <> NEW."SearchName") EXECUTE FUNCTION keep_name_parts();
            INSERT INTO "OrganizationNameParts" ("Part", "OrganizationId")
            SELECT part, o."Id" FROM "Organizations" o, organization_name_parts(o."SearchName") part;
            """);
        KeepReceived(migration);
    }

    /// <summary>Drops the triggers and their functions.</summary>
    public static void Drop(MigrationBuilder migration) => migration.Sql(
        """
        DROP FUNCTION keep_name_parts CASCADE;
        DROP FUNCTION organization_name_parts;
        DROP FUNCTION keep_received CASCADE;
        DROP FUNCTION received_minor;
        """);

    private static void KeepReceived(MigrationBuilder migration) => migration.Sql(
        """
        CREATE OR REPLACE FUNCTION received_minor(payment "Payments") RETURNS bigint LANGUAGE sql IMMUTABLE AS $$
            SELECT CASE WHEN payment."WithdrawnMinor" < payment."AmountMinor" + payment."AdjustedMinor" THEN payment."AmountMinor" ELSE 0 END
        $$;

        CREATE OR REPLACE FUNCTION keep_received() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            IF TG_OP = 'UPDATE' THEN
                UPDATE "ReceivedBalances" SET
                    "ReceivedMinor" = "ReceivedMinor" + received_minor(NEW) - received_minor(OLD),
                    "UnappliedMinor" = "UnappliedMinor" + NEW."UnappliedMinor" - OLD."UnappliedMinor"
                WHERE "ReceivedOn" = NEW."ReceivedOn" AND "Currency" = NEW."Currency";
                RETURN NULL;
            END IF;
            INSERT INTO "ReceivedBalances" AS b ("ReceivedOn", "Currency", "ReceivedMinor", "UnappliedMinor")
            VALUES (NEW."ReceivedOn", NEW."Currency", received_minor(NEW), NEW."UnappliedMinor")
            ON CONFLICT ("ReceivedOn", "Currency") DO UPDATE SET
                "ReceivedMinor" = b."ReceivedMinor" + excluded."ReceivedMinor",
                "UnappliedMinor" = b."UnappliedMinor" + excluded."UnappliedMinor";
            RETURN NULL;
        END $$;
        CREATE TRIGGER "Payments_received_insert" AFTER INSERT ON "Payments" FOR EACH ROW EXECUTE FUNCTION keep_received();
        CREATE TRIGGER "Payments_received_update" AFTER UPDATE OF "AllocatedMinor", "WithdrawnMinor", "RefundedMinor" ON "Payments"
            FOR EACH ROW EXECUTE FUNCTION keep_received();
        INSERT INTO "ReceivedBalances" ("ReceivedOn", "Currency", "ReceivedMinor", "UnappliedMinor")
        SELECT "ReceivedOn", "Currency", sum(received_minor(p)), sum("UnappliedMinor") FROM "Payments" p GROUP BY "ReceivedOn", "Currency";
        """);
}
