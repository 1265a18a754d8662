using System;
using Microsoft.EntityFrameworkCore.Migrations;
using PaymentsApp.Data.Guards;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace PaymentsApp.Data.Migrations.Postgres
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
                    Id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    MaskedNumber = table.Column<string>(type: "character varying(4)", maxLength: 4, nullable: false),
                    Currency = table.Column<string>(type: "character varying(3)", maxLength: 3, nullable: false),
                    IsActive = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_BankAccounts", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Deposits",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    BankAccountId = table.Column<int>(type: "integer", nullable: false),
                    Currency = table.Column<string>(type: "character varying(3)", maxLength: 3, nullable: false),
                    DepositedOn = table.Column<DateOnly>(type: "date", nullable: false),
                    RecordedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    RecordedById = table.Column<string>(type: "text", nullable: false),
                    ClosedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    ClosedById = table.Column<string>(type: "text", nullable: true),
                    ClosedTotalMinor = table.Column<long>(type: "bigint", nullable: true)
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
                    PaymentId = table.Column<Guid>(type: "uuid", nullable: false),
                    DepositId = table.Column<Guid>(type: "uuid", nullable: false),
                    Currency = table.Column<string>(type: "character varying(3)", maxLength: 3, nullable: false)
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

            PostgresGuards.Create(migrationBuilder, GuardedTables.Deposits);
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
