using System;
using Microsoft.EntityFrameworkCore.Migrations;
using PaymentsApp.Data.Guards;

#nullable disable

namespace PaymentsApp.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class FollowUps : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "FollowUpEntries",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    OrganizationId = table.Column<int>(type: "INTEGER", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 10, nullable: false),
                    Text = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    SpokeWith = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    NextOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    WrittenAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    WrittenById = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_FollowUpEntries", x => x.Id);
                    table.CheckConstraint("CK_FollowUpEntries_Text", "\"Kind\" = 'Done' OR length(\"Text\") >= 1");
                    table.ForeignKey(
                        name: "FK_FollowUpEntries_Organizations_OrganizationId",
                        column: x => x.OrganizationId,
                        principalTable: "Organizations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_FollowUpEntries_Users_WrittenById",
                        column: x => x.WrittenById,
                        principalTable: "Users",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "NextActions",
                columns: table => new
                {
                    OrganizationId = table.Column<int>(type: "INTEGER", nullable: false),
                    DueOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    ForUserId = table.Column<string>(type: "TEXT", nullable: true),
                    HandledAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    HandledById = table.Column<string>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_NextActions", x => x.OrganizationId);
                    table.CheckConstraint("CK_NextActions_Handled", "(\"HandledAt\" IS NULL) = (\"HandledById\" IS NULL) AND (\"DueOn\" IS NOT NULL OR \"ForUserId\" IS NULL)");
                    table.ForeignKey(
                        name: "FK_NextActions_Organizations_OrganizationId",
                        column: x => x.OrganizationId,
                        principalTable: "Organizations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_NextActions_Users_ForUserId",
                        column: x => x.ForUserId,
                        principalTable: "Users",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_NextActions_Users_HandledById",
                        column: x => x.HandledById,
                        principalTable: "Users",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "PaymentPromises",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    OrganizationId = table.Column<int>(type: "INTEGER", nullable: false),
                    Currency = table.Column<string>(type: "TEXT", maxLength: 3, nullable: false),
                    AmountMinor = table.Column<long>(type: "INTEGER", nullable: false),
                    PromisedOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    SaidBy = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Note = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    MadeOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    RecordedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    RecordedById = table.Column<string>(type: "TEXT", nullable: false),
                    WithdrawnAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    WithdrawnById = table.Column<string>(type: "TEXT", nullable: true),
                    WithdrawnReason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PaymentPromises", x => x.Id);
                    table.CheckConstraint("CK_PaymentPromises_Amount", "\"AmountMinor\" > 0");
                    table.CheckConstraint("CK_PaymentPromises_Promised", "\"PromisedOn\" >= \"MadeOn\"");
                    table.CheckConstraint("CK_PaymentPromises_Withdrawn", "(\"WithdrawnAt\" IS NULL) = (\"WithdrawnById\" IS NULL) AND (\"WithdrawnAt\" IS NULL) = (\"WithdrawnReason\" IS NULL)");
                    table.ForeignKey(
                        name: "FK_PaymentPromises_Organizations_OrganizationId",
                        column: x => x.OrganizationId,
                        principalTable: "Organizations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_PaymentPromises_Users_RecordedById",
                        column: x => x.RecordedById,
                        principalTable: "Users",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_PaymentPromises_Users_WithdrawnById",
                        column: x => x.WithdrawnById,
                        principalTable: "Users",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "PromisedInvoices",
                columns: table => new
                {
                    PromiseId = table.Column<Guid>(type: "TEXT", nullable: false),
                    InvoiceId = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PromisedInvoices", x => new { x.PromiseId, x.InvoiceId });
                    table.ForeignKey(
                        name: "FK_PromisedInvoices_Invoices_InvoiceId",
                        column: x => x.InvoiceId,
                        principalTable: "Invoices",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_PromisedInvoices_PaymentPromises_PromiseId",
                        column: x => x.PromiseId,
                        principalTable: "PaymentPromises",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_FollowUpEntries_OrganizationId_WrittenAt",
                table: "FollowUpEntries",
                columns: new[] { "OrganizationId", "WrittenAt" });

            migrationBuilder.CreateIndex(
                name: "IX_FollowUpEntries_WrittenById",
                table: "FollowUpEntries",
                column: "WrittenById");

            migrationBuilder.CreateIndex(
                name: "IX_NextActions_DueOn",
                table: "NextActions",
                column: "DueOn");

            migrationBuilder.CreateIndex(
                name: "IX_NextActions_ForUserId",
                table: "NextActions",
                column: "ForUserId");

            migrationBuilder.CreateIndex(
                name: "IX_NextActions_HandledById",
                table: "NextActions",
                column: "HandledById");

            migrationBuilder.CreateIndex(
                name: "IX_PaymentPromises_OrganizationId_PromisedOn",
                table: "PaymentPromises",
                columns: new[] { "OrganizationId", "PromisedOn" });

            migrationBuilder.CreateIndex(
                name: "IX_PaymentPromises_PromisedOn",
                table: "PaymentPromises",
                column: "PromisedOn");

            migrationBuilder.CreateIndex(
                name: "IX_PaymentPromises_RecordedById",
                table: "PaymentPromises",
                column: "RecordedById");

            migrationBuilder.CreateIndex(
                name: "IX_PaymentPromises_WithdrawnById",
                table: "PaymentPromises",
                column: "WithdrawnById");

            migrationBuilder.CreateIndex(
                name: "IX_PromisedInvoices_InvoiceId",
                table: "PromisedInvoices",
                column: "InvoiceId");

            SqliteGuards.Create(migrationBuilder, GuardedTables.FollowUps);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            throw new System.NotSupportedException("Facts are not taken away again.");
        }
    }
}
