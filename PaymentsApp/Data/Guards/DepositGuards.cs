using Microsoft.EntityFrameworkCore.Migrations;

namespace PaymentsApp.Data.Guards;

/// <summary>
/// What is in an open deposit is a list that is still being put together: a payment may be taken out of it. What is in a closed one stays. The guard
/// keeps its name.
/// </summary>
internal static class DepositGuards
{
    private const string Guard = "DepositItems_no_DELETE";

    public static void CreateSqlite(MigrationBuilder migration)
    {
        migration.Sql($"""DROP TRIGGER "{Guard}";""");
        migration.Sql(
            $"""
            CREATE TRIGGER "{Guard}" BEFORE DELETE ON "DepositItems"
            WHEN EXISTS (SELECT 1 FROM "Deposits" WHERE "Id" = OLD."DepositId" AND "ClosedAt" IS NOT NULL)
            BEGIN SELECT RAISE(ABORT, 'DepositItems of a closed deposit are facts: DELETE is refused'); END;
            """);
    }

    public static void CreatePostgres(MigrationBuilder migration) => migration.Sql(
        $"""
        CREATE OR REPLACE FUNCTION refuse_change_of_closed_deposit() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            IF EXISTS (SELECT 1 FROM "Deposits" WHERE "Id" = OLD."DepositId" AND "ClosedAt" IS NOT NULL) THEN
                RAISE EXCEPTION 'DepositItems of a closed deposit are facts: DELETE is refused';
            END IF;
            RETURN OLD;
        END $$;
        DROP TRIGGER "{Guard}" ON "DepositItems";
        CREATE TRIGGER "{Guard}" BEFORE DELETE ON "DepositItems" FOR EACH ROW EXECUTE FUNCTION refuse_change_of_closed_deposit();
        """);
}
