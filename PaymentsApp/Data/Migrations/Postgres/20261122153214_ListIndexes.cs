using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace PaymentsApp.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class ListIndexes : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Payments_PaymentTypeId",
                table: "Payments");

            migrationBuilder.DropIndex(
                name: "IX_Invoices_Open_DueOn",
                table: "Invoices");

            migrationBuilder.DropIndex(
                name: "IX_Invoices_Open_IssuedOn",
                table: "Invoices");

            migrationBuilder.DropIndex(
                name: "IX_Invoices_Open_Number",
                table: "Invoices");

            migrationBuilder.DropIndex(
                name: "IX_Invoices_Open_Organization",
                table: "Invoices");

            migrationBuilder.DropIndex(
                name: "IX_Invoices_Open_Outstanding",
                table: "Invoices");

            migrationBuilder.DropIndex(
                name: "IX_Invoices_Open_Total",
                table: "Invoices");

            migrationBuilder.CreateIndex(
                name: "IX_Payments_PaymentTypeId_ReceivedOn_Number",
                table: "Payments",
                columns: new[] { "PaymentTypeId", "ReceivedOn", "Number" });

            migrationBuilder.CreateIndex(
                name: "IX_Payments_Unapplied_ReceivedOn",
                table: "Payments",
                columns: new[] { "ReceivedOn", "Number" },
                filter: "\"UnappliedMinor\" > 0");

            migrationBuilder.CreateIndex(
                name: "IX_Invoices_Open_Currency",
                table: "Invoices",
                columns: new[] { "Currency", "DueOn", "Id" },
                filter: "\"OutstandingMinor\" > 0");

            migrationBuilder.CreateIndex(
                name: "IX_Invoices_Open_DueOn",
                table: "Invoices",
                columns: new[] { "DueOn", "Id", "Currency" },
                filter: "\"OutstandingMinor\" > 0");

            migrationBuilder.CreateIndex(
                name: "IX_Invoices_Open_IssuedOn",
                table: "Invoices",
                columns: new[] { "IssuedOn", "Id", "DueOn", "Currency" },
                filter: "\"OutstandingMinor\" > 0");

            migrationBuilder.CreateIndex(
                name: "IX_Invoices_Open_Number",
                table: "Invoices",
                columns: new[] { "NumberKey", "Id", "DueOn", "Currency" },
                filter: "\"OutstandingMinor\" > 0");

            migrationBuilder.CreateIndex(
                name: "IX_Invoices_Open_Organization",
                table: "Invoices",
                columns: new[] { "OrganizationId", "DueOn", "Id", "Currency", "OutstandingMinor" },
                filter: "\"OutstandingMinor\" > 0");

            migrationBuilder.CreateIndex(
                name: "IX_Invoices_Open_Outstanding",
                table: "Invoices",
                columns: new[] { "OutstandingMinor", "Id", "DueOn", "Currency" },
                filter: "\"OutstandingMinor\" > 0");

            migrationBuilder.CreateIndex(
                name: "IX_Invoices_Open_Total",
                table: "Invoices",
                columns: new[] { "TotalMinor", "Id", "DueOn", "Currency" },
                filter: "\"OutstandingMinor\" > 0");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Payments_PaymentTypeId_ReceivedOn_Number",
                table: "Payments");

            migrationBuilder.DropIndex(
                name: "IX_Payments_Unapplied_ReceivedOn",
                table: "Payments");

            migrationBuilder.DropIndex(
                name: "IX_Invoices_Open_Currency",
                table: "Invoices");

            migrationBuilder.DropIndex(
                name: "IX_Invoices_Open_DueOn",
                table: "Invoices");

            migrationBuilder.DropIndex(
                name: "IX_Invoices_Open_IssuedOn",
                table: "Invoices");

            migrationBuilder.DropIndex(
                name: "IX_Invoices_Open_Number",
                table: "Invoices");

            migrationBuilder.DropIndex(
                name: "IX_Invoices_Open_Organization",
                table: "Invoices");

            migrationBuilder.DropIndex(
                name: "IX_Invoices_Open_Outstanding",
                table: "Invoices");

            migrationBuilder.DropIndex(
                name: "IX_Invoices_Open_Total",
                table: "Invoices");

            migrationBuilder.CreateIndex(
                name: "IX_Payments_PaymentTypeId",
                table: "Payments",
                column: "PaymentTypeId");

            migrationBuilder.CreateIndex(
                name: "IX_Invoices_Open_DueOn",
                table: "Invoices",
                columns: new[] { "DueOn", "Id" },
                filter: "\"OutstandingMinor\" > 0");

            migrationBuilder.CreateIndex(
                name: "IX_Invoices_Open_IssuedOn",
                table: "Invoices",
                columns: new[] { "IssuedOn", "Id" },
                filter: "\"OutstandingMinor\" > 0");

            migrationBuilder.CreateIndex(
                name: "IX_Invoices_Open_Number",
                table: "Invoices",
                column: "NumberKey",
                filter: "\"OutstandingMinor\" > 0");

            migrationBuilder.CreateIndex(
                name: "IX_Invoices_Open_Organization",
                table: "Invoices",
                columns: new[] { "OrganizationId", "DueOn", "Id" },
                filter: "\"OutstandingMinor\" > 0");

            migrationBuilder.CreateIndex(
                name: "IX_Invoices_Open_Outstanding",
                table: "Invoices",
                columns: new[] { "OutstandingMinor", "Id" },
                filter: "\"OutstandingMinor\" > 0");

            migrationBuilder.CreateIndex(
                name: "IX_Invoices_Open_Total",
                table: "Invoices",
                columns: new[] { "TotalMinor", "Id" },
                filter: "\"OutstandingMinor\" > 0");
        }
    }
}
