using System;
using Microsoft.EntityFrameworkCore.Migrations;
using PaymentsApp.Data.Guards;

#nullable disable

namespace PaymentsApp.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Holds : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "CreditHolds",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    OrganizationId = table.Column<int>(type: "INTEGER", nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    EndsWhenPaid = table.Column<bool>(type: "INTEGER", nullable: false),
                    PlacedOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    PlacedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    PlacedById = table.Column<string>(type: "TEXT", nullable: false),
                    ReleasedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    ReleasedById = table.Column<string>(type: "TEXT", nullable: true),
                    ReleaseReason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CreditHolds", x => x.Id);
                    table.CheckConstraint("CK_CreditHolds_Released", "(\"ReleasedAt\" IS NULL) = (\"ReleasedById\" IS NULL) AND (\"ReleasedAt\" IS NULL) = (\"ReleaseReason\" IS NULL)");
                    table.ForeignKey(
                        name: "FK_CreditHolds_Organizations_OrganizationId",
                        column: x => x.OrganizationId,
                        principalTable: "Organizations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_CreditHolds_Users_PlacedById",
                        column: x => x.PlacedById,
                        principalTable: "Users",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_CreditHolds_Users_ReleasedById",
                        column: x => x.ReleasedById,
                        principalTable: "Users",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "CreditRules",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    OrganizationId = table.Column<int>(type: "INTEGER", nullable: true),
                    LimitMinor = table.Column<long>(type: "INTEGER", nullable: true),
                    Currency = table.Column<string>(type: "TEXT", maxLength: 3, nullable: true),
                    Days = table.Column<int>(type: "INTEGER", nullable: false),
                    SetAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    SetById = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CreditRules", x => x.Id);
                    table.CheckConstraint("CK_CreditRules_Days", "\"Days\" >= 1 AND \"Days\" <= 365");
                    table.CheckConstraint("CK_CreditRules_Limit", "(\"LimitMinor\" IS NULL) = (\"Currency\" IS NULL) AND (\"LimitMinor\" IS NULL OR \"LimitMinor\" >= 0)");
                    table.ForeignKey(
                        name: "FK_CreditRules_Organizations_OrganizationId",
                        column: x => x.OrganizationId,
                        principalTable: "Organizations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_CreditRules_Users_SetById",
                        column: x => x.SetById,
                        principalTable: "Users",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_InvoiceRows_Issue_InvoiceId",
                table: "InvoiceRows",
                columns: new[] { "Issue", "InvoiceId" },
                filter: "\"Issue\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_CreditHolds_PlacedById",
                table: "CreditHolds",
                column: "PlacedById");

            migrationBuilder.CreateIndex(
                name: "IX_CreditHolds_ReleasedById",
                table: "CreditHolds",
                column: "ReleasedById");

            migrationBuilder.CreateIndex(
                name: "IX_CreditHolds_Standing",
                table: "CreditHolds",
                column: "OrganizationId",
                filter: "\"ReleasedAt\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_CreditRules_OrganizationId_SetAt",
                table: "CreditRules",
                columns: new[] { "OrganizationId", "SetAt" });

            migrationBuilder.CreateIndex(
                name: "IX_CreditRules_SetById",
                table: "CreditRules",
                column: "SetById");

            SqliteGuards.Create(migrationBuilder, GuardedTables.Holds);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            throw new System.NotSupportedException("Facts are not taken away again.");
        }
    }
}
