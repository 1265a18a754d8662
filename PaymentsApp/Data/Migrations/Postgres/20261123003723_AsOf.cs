using System;
using Microsoft.EntityFrameworkCore.Migrations;
using PaymentsApp.Data.Guards;

#nullable disable

namespace PaymentsApp.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class AsOf : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTime>(
                name: "RecordedAt",
                table: "Invoices",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "AgingDays",
                table: "CompanySettings",
                type: "character varying(20)",
                maxLength: 20,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "RowSpread",
                table: "CompanySettings",
                type: "character varying(20)",
                maxLength: 20,
                nullable: false,
                defaultValue: "FirstRowFirst");

            // Imported invoices were written down with their batch.
            migrationBuilder.Sql("""
                UPDATE "Invoices" SET "RecordedAt" = (SELECT b."CreatedAt" FROM "InvoiceBatches" b WHERE b."Id" = "Invoices"."BatchId") WHERE "BatchId" IS NOT NULL
                """);
            migrationBuilder.Sql($"""
                CREATE TRIGGER "{GuardedTables.RecordedInvoices}" BEFORE UPDATE OF "RecordedAt" ON "Invoices" FOR EACH ROW EXECUTE FUNCTION refuse_change();
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql($"DROP TRIGGER \"{GuardedTables.RecordedInvoices}\" ON \"Invoices\"");

            migrationBuilder.DropColumn(
                name: "RecordedAt",
                table: "Invoices");

            migrationBuilder.DropColumn(
                name: "AgingDays",
                table: "CompanySettings");

            migrationBuilder.DropColumn(
                name: "RowSpread",
                table: "CompanySettings");
        }
    }
}
