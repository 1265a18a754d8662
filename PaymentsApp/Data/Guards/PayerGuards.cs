using Microsoft.EntityFrameworkCore.Migrations;

namespace PaymentsApp.Data.Guards;

/// <summary>
/// Who pays for whom, in the database: money goes to invoices of the payer and of those it pays for, which <c>PaymentClients</c> then lists;
/// and a payer has no payer itself.
/// </summary>
internal static class PayerGuards
{
    /// <summary>The names on both databases.</summary>
    public static IReadOnlyList<string> Names { get; } = ["Allocations_payer", "Organizations_payer_insert", "Organizations_payer_update"];

    private const string Client =
        """SELECT i."OrganizationId" FROM "Invoices" i JOIN "Payments" p ON p."Id" = NEW."PaymentId" WHERE i."Id" = NEW."InvoiceId" AND i."OrganizationId" <> p."PayerId" """;

    // What is there already may be divided anew, also when the payer has ceased to pay for the client.
    private const string IsForeign =
        $"""
        EXISTS ({Client})
        AND NOT EXISTS (SELECT 1 FROM "Payments" p JOIN "Organizations" o ON o."PayerId" = p."PayerId" WHERE p."Id" = NEW."PaymentId" AND o."Id" = ({Client}))
        AND NOT EXISTS (SELECT 1 FROM "Allocations" a WHERE a."PaymentId" = NEW."PaymentId" AND a."InvoiceId" = NEW."InvoiceId" AND a."Id" <> NEW."Id")
        """;

    private const string Keep =
        $"""
        INSERT INTO "PaymentClients" ("PaymentId", "OrganizationId")
        SELECT NEW."PaymentId", c."OrganizationId" FROM ({Client}) c
        WHERE NOT EXISTS (SELECT 1 FROM "PaymentClients" k WHERE k."PaymentId" = NEW."PaymentId" AND k."OrganizationId" = c."OrganizationId");
        """;

    private const string IsChain =
        """
        EXISTS (SELECT 1 FROM "Organizations" o WHERE o."Id" = NEW."PayerId" AND o."PayerId" IS NOT NULL)
        OR EXISTS (SELECT 1 FROM "Organizations" o WHERE o."PayerId" = NEW."Id")
        """;

    public static void DropOnSqlite(MigrationBuilder migration)
    {
        foreach (var name in Names)
        {
            migration.Sql($"""DROP TRIGGER "{name}";""");
        }
    }

    public static void DropOnPostgres(MigrationBuilder migration) => migration.Sql("DROP FUNCTION check_payer() CASCADE; DROP FUNCTION check_payer_chain() CASCADE;");

    public static void CreateOnSqlite(MigrationBuilder migration)
    {
        migration.Sql(
            $"""
            CREATE TRIGGER "Allocations_payer" AFTER INSERT ON "Allocations" WHEN EXISTS ({Client})
            BEGIN
                SELECT CASE WHEN {IsForeign} THEN RAISE(ABORT, 'Allocations: the payer does not pay for this organization') END;
                {Keep}
            END;
            """);
        foreach (var (name, on, isNew) in new[]
        {
            ("insert", "INSERT", ""), ("update", "UPDATE OF \"PayerId\"", """ AND NEW."PayerId" IS NOT OLD."PayerId" """),
        })
        {
            migration.Sql(
                $"""
                CREATE TRIGGER "Organizations_payer_{name}" BEFORE {on} ON "Organizations" WHEN NEW."PayerId" IS NOT NULL{isNew}
                BEGIN SELECT CASE WHEN {IsChain} THEN RAISE(ABORT, 'Organizations: who pays for others pays for itself') END; END;
                """);
        }
    }

    // What another transaction changed meanwhile is a collision: the command runs again and answers with a sentence.
    public static void CreateOnPostgres(MigrationBuilder migration) => migration.Sql(
        $"""
        CREATE OR REPLACE FUNCTION check_payer() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            IF EXISTS ({Client}) THEN
                IF {IsForeign} THEN
                    RAISE EXCEPTION 'Allocations: the payer does not pay for this organization' USING ERRCODE = 'serialization_failure';
                END IF;
                {Keep}
            END IF;
            RETURN NULL;
        END $$;
        CREATE TRIGGER "Allocations_payer" AFTER INSERT ON "Allocations" FOR EACH ROW EXECUTE FUNCTION check_payer();

        CREATE OR REPLACE FUNCTION check_payer_chain() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            PERFORM 1 FROM "Organizations" o WHERE o."Id" = NEW."PayerId" AND o."Id" <> NEW."Id" FOR NO KEY UPDATE;
            IF {IsChain} THEN
                RAISE EXCEPTION 'Organizations: who pays for others pays for itself' USING ERRCODE = 'serialization_failure';
            END IF;
            RETURN NEW;
        END $$;
        CREATE TRIGGER "Organizations_payer_insert" BEFORE INSERT ON "Organizations" FOR EACH ROW
            WHEN (NEW."PayerId" IS NOT NULL) EXECUTE FUNCTION check_payer_chain();
        CREATE TRIGGER "Organizations_payer_update" BEFORE UPDATE OF "PayerId" ON "Organizations" FOR EACH ROW
            WHEN (NEW."PayerId" IS NOT NULL AND NEW."PayerId" IS DISTINCT FROM OLD."PayerId") EXECUTE FUNCTION check_payer_chain();
        """);
}
