using Microsoft.EntityFrameworkCore.Migrations;
using PaymentsApp.Domain;

namespace PaymentsApp.Data.Guards;

/// <summary>Triggers that keep what lists and the start page look up: the days on which money arrived, and the parts of names.</summary>
internal static class SqliteListSums
{
    // Each letter of the name begins a part, but blanks: nobody searches for a text that begins with one.
    private static string PartsOf(string organization) =>
        $"""
        INSERT OR IGNORE INTO "OrganizationNameParts" ("Part", "OrganizationId")
        SELECT substr({organization}."SearchName", place, {OrganizationNamePart.LengthMax}), {organization}."Id" FROM (
            WITH RECURSIVE places(place) AS (
                SELECT 1 UNION ALL SELECT place + 1 FROM places WHERE place < length({organization}."SearchName"))
            SELECT place FROM places)
        WHERE place = 1 OR substr({organization}."SearchName", place, 1) <> ' '
        """;

    /// <summary>Creates the triggers, and fills the tables from what is there.</summary>
    public static void Keep(MigrationBuilder migration)
    {
        migration.Sql(
            $"""
            CREATE TRIGGER "Organizations_parts_insert" AFTER INSERT ON "Organizations"
            BEGIN
                {PartsOf("NEW")};
            END;
            """);
        migration.Sql(
            $"""
            CREATE TRIGGER "Organizations_parts_update" AFTER UPDATE OF "SearchName" ON "Organizations" WHEN OLD."SearchName" <> NEW."SearchName"
            BEGIN
                DELETE FROM "OrganizationNameParts" WHERE "OrganizationId" = NEW."Id";
                {PartsOf("NEW")};
            END;
            """);
        migration.Sql(
            $"""
            INSERT OR IGNORE INTO "OrganizationNameParts" ("Part", "OrganizationId")
            SELECT substr(o."SearchName", place, {OrganizationNamePart.LengthMax}), o."Id" FROM "Organizations" o JOIN (
                WITH RECURSIVE places(place) AS (
                    SELECT 1 UNION ALL SELECT place + 1 FROM places WHERE place < (SELECT max(length("SearchName")) FROM "Organizations"))
                SELECT place FROM places)
            ON place = 1 OR (place <= length(o."SearchName") AND substr(o."SearchName", place, 1) <> ' ')
            """);
        KeepReceived(migration);
    }

    /// <summary>Drops the triggers.</summary>
    public static void Drop(MigrationBuilder migration)
    {
        foreach (var trigger in (string[])["Organizations_parts_insert", "Organizations_parts_update", "Payments_received_insert", "Payments_received_update"])
        {
            migration.Sql($"DROP TRIGGER \"{trigger}\"");
        }
    }

    private static void KeepReceived(MigrationBuilder migration)
    {
        migration.Sql(
            $"""
            CREATE TRIGGER "Payments_received_insert" AFTER INSERT ON "Payments"
            BEGIN
                INSERT INTO "ReceivedBalances" ("ReceivedOn", "Currency", "ReceivedMinor", "UnappliedMinor")
                VALUES (NEW."ReceivedOn", NEW."Currency", {Received("NEW")}, NEW."UnappliedMinor")
                ON CONFLICT ("ReceivedOn", "Currency") DO UPDATE SET
                    "ReceivedMinor" = "ReceivedMinor" + excluded."ReceivedMinor",
                    "UnappliedMinor" = "UnappliedMinor" + excluded."UnappliedMinor";
            END;
            """);
        migration.Sql(
            $"""
            CREATE TRIGGER "Payments_received_update" AFTER UPDATE OF "AllocatedMinor", "WithdrawnMinor", "RefundedMinor" ON "Payments"
            BEGIN
                UPDATE "ReceivedBalances" SET
                    "ReceivedMinor" = "ReceivedMinor" + {Received("NEW")} - {Received("OLD")},
                    "UnappliedMinor" = "UnappliedMinor" + NEW."UnappliedMinor" - OLD."UnappliedMinor"
                WHERE "ReceivedOn" = NEW."ReceivedOn" AND "Currency" = NEW."Currency";
            END;
            """);
        migration.Sql(
            $"""
            INSERT INTO "ReceivedBalances" ("ReceivedOn", "Currency", "ReceivedMinor", "UnappliedMinor")
            SELECT "ReceivedOn", "Currency", sum({Received("p")}), sum("UnappliedMinor") FROM "Payments" p GROUP BY "ReceivedOn", "Currency"
            """);
    }

    private static string Received(string payment) =>
        $"""(CASE WHEN {payment}."WithdrawnMinor" < {payment}."AmountMinor" + {payment}."AdjustedMinor" THEN {payment}."AmountMinor" ELSE 0 END)""";
}
