using System;
using Microsoft.EntityFrameworkCore.Migrations;
using PaymentsApp.Data.Guards;

#nullable disable

namespace PaymentsApp.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class CreditWithdrawals : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "CreditNoteWithdrawals",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    CreditNoteId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Currency = table.Column<string>(type: "TEXT", maxLength: 3, nullable: false),
                    AmountMinor = table.Column<long>(type: "INTEGER", nullable: false),
                    EffectiveOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    PaymentTypeId = table.Column<int>(type: "INTEGER", nullable: true),
                    Reference = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    ReversesId = table.Column<Guid>(type: "TEXT", nullable: true),
                    RecordedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    RecordedById = table.Column<string>(type: "TEXT", nullable: false),
                    ApprovedById = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CreditNoteWithdrawals", x => x.Id);
                    table.CheckConstraint("CK_CreditNoteWithdrawals_Amount", "\"AmountMinor\" > 0");
                    table.CheckConstraint("CK_CreditNoteWithdrawals_Refund", "(\"Kind\" = 'Refund') = (\"PaymentTypeId\" IS NOT NULL) AND (\"Kind\" = 'Refund') = (\"ApprovedById\" IS NOT NULL)");
                    table.CheckConstraint("CK_CreditNoteWithdrawals_Reversal", "(\"Kind\" = 'Reversal') = (\"ReversesId\" IS NOT NULL)");
                    table.CheckConstraint("CK_CreditNoteWithdrawals_TwoPeople", "\"ApprovedById\" IS NULL OR \"ApprovedById\" <> \"RecordedById\"");
                    table.ForeignKey(
                        name: "FK_CreditNoteWithdrawals_CreditNoteWithdrawals_ReversesId",
                        column: x => x.ReversesId,
                        principalTable: "CreditNoteWithdrawals",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_CreditNoteWithdrawals_CreditNotes_CreditNoteId_Currency",
                        columns: x => new { x.CreditNoteId, x.Currency },
                        principalTable: "CreditNotes",
                        principalColumns: new[] { "Id", "Currency" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_CreditNoteWithdrawals_PaymentTypes_PaymentTypeId",
                        column: x => x.PaymentTypeId,
                        principalTable: "PaymentTypes",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_CreditNoteWithdrawals_Users_ApprovedById",
                        column: x => x.ApprovedById,
                        principalTable: "Users",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_CreditNoteWithdrawals_Users_RecordedById",
                        column: x => x.RecordedById,
                        principalTable: "Users",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "CreditsBeside",
                columns: table => new
                {
                    PaymentId = table.Column<Guid>(type: "TEXT", nullable: false),
                    FactId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CreditsBeside", x => new { x.PaymentId, x.FactId });
                    table.ForeignKey(
                        name: "FK_CreditsBeside_Payments_PaymentId",
                        column: x => x.PaymentId,
                        principalTable: "Payments",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_CreditNoteWithdrawals_ApprovedById",
                table: "CreditNoteWithdrawals",
                column: "ApprovedById");

            migrationBuilder.CreateIndex(
                name: "IX_CreditNoteWithdrawals_CreditNoteId_Currency",
                table: "CreditNoteWithdrawals",
                columns: new[] { "CreditNoteId", "Currency" });

            migrationBuilder.CreateIndex(
                name: "IX_CreditNoteWithdrawals_PaymentTypeId",
                table: "CreditNoteWithdrawals",
                column: "PaymentTypeId");

            migrationBuilder.CreateIndex(
                name: "IX_CreditNoteWithdrawals_RecordedById",
                table: "CreditNoteWithdrawals",
                column: "RecordedById");

            migrationBuilder.CreateIndex(
                name: "IX_CreditNoteWithdrawals_ReversesId",
                table: "CreditNoteWithdrawals",
                column: "ReversesId",
                unique: true);

            SqliteGuards.Create(migrationBuilder, GuardedTables.CreditWithdrawals);
            DepositGuards.CreateSqlite(migrationBuilder);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "CreditNoteWithdrawals");

            migrationBuilder.DropTable(
                name: "CreditsBeside");
        }
    }
}
