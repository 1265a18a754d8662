using System;
using Microsoft.EntityFrameworkCore.Migrations;
using PaymentsApp.Data.Guards;

#nullable disable

namespace PaymentsApp.Data.Migrations.Postgres
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
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    CreditNoteId = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    Currency = table.Column<string>(type: "character varying(3)", maxLength: 3, nullable: false),
                    AmountMinor = table.Column<long>(type: "bigint", nullable: false),
                    EffectiveOn = table.Column<DateOnly>(type: "date", nullable: false),
                    PaymentTypeId = table.Column<int>(type: "integer", nullable: true),
                    Reference = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    Reason = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    ReversesId = table.Column<Guid>(type: "uuid", nullable: true),
                    RecordedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    RecordedById = table.Column<string>(type: "text", nullable: false),
                    ApprovedById = table.Column<string>(type: "text", nullable: true)
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
                    PaymentId = table.Column<Guid>(type: "uuid", nullable: false),
                    FactId = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false)
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

            PostgresGuards.Create(migrationBuilder, GuardedTables.CreditWithdrawals);
            DepositGuards.CreatePostgres(migrationBuilder);
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
