using System;
using Microsoft.EntityFrameworkCore.Migrations;
using PaymentsApp.Data.Guards;

#nullable disable

namespace PaymentsApp.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Returns : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "ReturnedPayments",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    PaymentId = table.Column<Guid>(type: "uuid", nullable: false),
                    ReturnedOn = table.Column<DateOnly>(type: "date", nullable: false),
                    ReturnCode = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    Currency = table.Column<string>(type: "character varying(3)", maxLength: 3, nullable: false),
                    BankFeeMinor = table.Column<long>(type: "bigint", nullable: false),
                    CustomerFeeInvoiceId = table.Column<int>(type: "integer", nullable: true),
                    Note = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    RecordedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    RecordedById = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ReturnedPayments", x => x.Id);
                    table.CheckConstraint("CK_ReturnedPayments_BankFee", "\"BankFeeMinor\" >= 0");
                    table.ForeignKey(
                        name: "FK_ReturnedPayments_Invoices_CustomerFeeInvoiceId",
                        column: x => x.CustomerFeeInvoiceId,
                        principalTable: "Invoices",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ReturnedPayments_Payments_PaymentId_Currency",
                        columns: x => new { x.PaymentId, x.Currency },
                        principalTable: "Payments",
                        principalColumns: new[] { "Id", "Currency" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ReturnedPayments_Reversals_Id",
                        column: x => x.Id,
                        principalTable: "Reversals",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ReturnedPayments_Users_RecordedById",
                        column: x => x.RecordedById,
                        principalTable: "Users",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_ReturnedPayments_CustomerFeeInvoiceId",
                table: "ReturnedPayments",
                column: "CustomerFeeInvoiceId");

            migrationBuilder.CreateIndex(
                name: "IX_ReturnedPayments_PaymentId",
                table: "ReturnedPayments",
                column: "PaymentId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ReturnedPayments_PaymentId_Currency",
                table: "ReturnedPayments",
                columns: new[] { "PaymentId", "Currency" });

            migrationBuilder.CreateIndex(
                name: "IX_ReturnedPayments_RecordedById",
                table: "ReturnedPayments",
                column: "RecordedById");

            migrationBuilder.CreateIndex(
                name: "IX_ReturnedPayments_ReturnedOn",
                table: "ReturnedPayments",
                column: "ReturnedOn");

            PostgresGuards.Create(migrationBuilder, GuardedTables.Returns);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "ReturnedPayments");
        }
    }
}
