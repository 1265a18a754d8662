using System;
using Microsoft.EntityFrameworkCore.Migrations;
using PaymentsApp.Data.Guards;

#nullable disable

namespace PaymentsApp.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Deposits : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "BankAccounts",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    MaskedNumber = table.Column<string>(type: "TEXT", maxLength: 4, nullable: false),
                    Currency = table.Column<string>(type: "TEXT", maxLength: 3, nullable: false),
                    IsActive = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_BankAccounts", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Deposits",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    BankAccountId = table.Column<int>(type: "INTEGER", nullable: false),
                    Currency = table.Column<string>(type: "TEXT", maxLength: 3, nullable: false),
                    DepositedOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    RecordedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    RecordedById = table.Column<string>(type: "TEXT", nullable: false),
                    ClosedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    ClosedById = table.Column<string>(type: "TEXT", nullable: true),
                    ClosedTotalMinor = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Deposits", x => x.Id);
                    table.UniqueConstraint("AK_Deposits_Id_Currency", x => new { x.Id, x.Currency });
                    table.CheckConstraint("CK_Deposits_Closed", "(\"ClosedAt\" IS NULL) = (\"ClosedById\" IS NULL) AND (\"ClosedAt\" IS NULL) = (\"ClosedTotalMinor\" IS NULL)");
                    table.ForeignKey(
                        name: "FK_Deposits_BankAccounts_BankAccountId",
                        column: x => x.BankAccountId,
                        principalTable: "BankAccounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Deposits_Users_ClosedById",
                        column: x => x.ClosedById,
                        principalTable: "Users",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Deposits_Users_RecordedById",
                        column: x => x.RecordedById,
                        principalTable: "Users",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "DepositItems",
                columns: table => new
                {
                    PaymentId = table.Column<Guid>(type: "TEXT", nullable: false),
                    DepositId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Currency = table.Column<string>(type: "TEXT", maxLength: 3, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DepositItems", x => x.PaymentId);
                    table.ForeignKey(
                        name: "FK_DepositItems_Deposits_DepositId_Currency",
                        columns: x => new { x.DepositId, x.Currency },
                        principalTable: "Deposits",
                        principalColumns: new[] { "Id", "Currency" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_DepositItems_Payments_PaymentId_Currency",
                        columns: x => new { x.PaymentId, x.Currency },
                        principalTable: "Payments",
                        principalColumns: new[] { "Id", "Currency" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_DepositItems_DepositId_Currency",
                table: "DepositItems",
                columns: new[] { "DepositId", "Currency" });

            migrationBuilder.CreateIndex(
                name: "IX_DepositItems_PaymentId_Currency",
                table: "DepositItems",
                columns: new[] { "PaymentId", "Currency" });

            migrationBuilder.CreateIndex(
                name: "IX_Deposits_BankAccountId",
                table: "Deposits",
                column: "BankAccountId");

            migrationBuilder.CreateIndex(
                name: "IX_Deposits_ClosedById",
                table: "Deposits",
                column: "ClosedById");

            migrationBuilder.CreateIndex(
                name: "IX_Deposits_DepositedOn",
                table: "Deposits",
                column: "DepositedOn");

            migrationBuilder.CreateIndex(
                name: "IX_Deposits_RecordedById",
                table: "Deposits",
                column: "RecordedById");

            SqliteGuards.Create(migrationBuilder, GuardedTables.Deposits);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "DepositItems");

            migrationBuilder.DropTable(
                name: "Deposits");

            migrationBuilder.DropTable(
                name: "BankAccounts");
        }
    }
}
