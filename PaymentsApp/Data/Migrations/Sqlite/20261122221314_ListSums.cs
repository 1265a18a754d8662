using System;
using Microsoft.EntityFrameworkCore.Migrations;
using PaymentsApp.Data.Guards;

#nullable disable

namespace PaymentsApp.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class ListSums : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Payments_ReferenceKey_Number",
                table: "Payments");

            migrationBuilder.DropIndex(
                name: "IX_Invoices_Open_Organization",
                table: "Invoices");

            migrationBuilder.CreateTable(
                name: "OrganizationNameParts",
                columns: table => new
                {
                    Part = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    OrganizationId = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_OrganizationNameParts", x => new { x.Part, x.OrganizationId });
                    table.ForeignKey(
                        name: "FK_OrganizationNameParts_Organizations_OrganizationId",
                        column: x => x.OrganizationId,
                        principalTable: "Organizations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ReceivedBalances",
                columns: table => new
                {
                    Currency = table.Column<string>(type: "TEXT", maxLength: 3, nullable: false),
                    ReceivedOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    ReceivedMinor = table.Column<long>(type: "INTEGER", nullable: false),
                    UnappliedMinor = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ReceivedBalances", x => new { x.ReceivedOn, x.Currency });
                    table.CheckConstraint("CK_ReceivedBalances", "\"ReceivedMinor\" >= 0 AND \"UnappliedMinor\" >= 0");
                });

            migrationBuilder.CreateIndex(
                name: "IX_Payments_ReferenceKey_Number_ReceivedOn_AmountMinor",
                table: "Payments",
                columns: new[] { "ReferenceKey", "Number", "ReceivedOn", "AmountMinor" });

            migrationBuilder.CreateIndex(
                name: "IX_Payments_Unapplied_Amount",
                table: "Payments",
                columns: new[] { "AmountMinor", "Number" },
                filter: "\"UnappliedMinor\" > 0");

            migrationBuilder.CreateIndex(
                name: "IX_Payments_Unapplied_Number",
                table: "Payments",
                column: "Number",
                filter: "\"UnappliedMinor\" > 0");

            migrationBuilder.CreateIndex(
                name: "IX_OrganizationBalances_Currency_OutstandingMinor_OrganizationId",
                table: "OrganizationBalances",
                columns: new[] { "Currency", "OutstandingMinor", "OrganizationId" });

            migrationBuilder.CreateIndex(
                name: "IX_Invoices_Open_Organization",
                table: "Invoices",
                columns: new[] { "OrganizationId", "DueOn", "Id", "Currency", "OutstandingMinor", "NumberKey" },
                filter: "\"OutstandingMinor\" > 0");

            migrationBuilder.CreateIndex(
                name: "IX_OrganizationNameParts_OrganizationId",
                table: "OrganizationNameParts",
                column: "OrganizationId");

            SqliteListSums.Keep(migrationBuilder);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            SqliteListSums.Drop(migrationBuilder);

            migrationBuilder.DropTable(
                name: "OrganizationNameParts");

            migrationBuilder.DropTable(
                name: "ReceivedBalances");

            migrationBuilder.DropIndex(
                name: "IX_Payments_ReferenceKey_Number_ReceivedOn_AmountMinor",
                table: "Payments");

            migrationBuilder.DropIndex(
                name: "IX_Payments_Unapplied_Amount",
                table: "Payments");

            migrationBuilder.DropIndex(
                name: "IX_Payments_Unapplied_Number",
                table: "Payments");

            migrationBuilder.DropIndex(
                name: "IX_OrganizationBalances_Currency_OutstandingMinor_OrganizationId",
                table: "OrganizationBalances");

            migrationBuilder.DropIndex(
                name: "IX_Invoices_Open_Organization",
                table: "Invoices");

            migrationBuilder.CreateIndex(
                name: "IX_Payments_ReferenceKey_Number",
                table: "Payments",
                columns: new[] { "ReferenceKey", "Number" });

            migrationBuilder.CreateIndex(
                name: "IX_Invoices_Open_Organization",
                table: "Invoices",
                columns: new[] { "OrganizationId", "DueOn", "Id", "Currency", "OutstandingMinor" },
                filter: "\"OutstandingMinor\" > 0");
        }
    }
}
