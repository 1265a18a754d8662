using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace PaymentsApp.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "AuditEntries",
                columns: table => new
                {
                    Seq = table.Column<long>(type: "INTEGER", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ActorId = table.Column<string>(type: "TEXT", maxLength: 450, nullable: false),
                    Action = table.Column<string>(type: "TEXT", maxLength: 50, nullable: false),
                    Entity = table.Column<string>(type: "TEXT", maxLength: 50, nullable: false),
                    EntityId = table.Column<string>(type: "TEXT", maxLength: 450, nullable: false),
                    OrganizationId = table.Column<int>(type: "INTEGER", nullable: true),
                    Body = table.Column<string>(type: "TEXT", nullable: false),
                    PrevHash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AuditEntries", x => x.Seq);
                });

            migrationBuilder.CreateTable(
                name: "CompanySettings",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false),
                    CompanyName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    TimeZone = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Currency = table.Column<string>(type: "TEXT", maxLength: 3, nullable: false),
                    ReturnFeeMinor = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CompanySettings", x => x.Id);
                    table.CheckConstraint("CK_CompanySettings_OnlyRow", "\"Id\" = 1");
                });

            migrationBuilder.CreateTable(
                name: "DueBalances",
                columns: table => new
                {
                    Currency = table.Column<string>(type: "TEXT", maxLength: 3, nullable: false),
                    DueOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    OutstandingMinor = table.Column<long>(type: "INTEGER", nullable: false),
                    OpenCount = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DueBalances", x => new { x.Currency, x.DueOn });
                    table.CheckConstraint("CK_DueBalances", "\"OutstandingMinor\" >= 0 AND \"OpenCount\" >= 0");
                });

            migrationBuilder.CreateTable(
                name: "LedgerHead",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false),
                    LastPaymentNumber = table.Column<long>(type: "INTEGER", nullable: false),
                    ClosedThrough = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    AuditSeq = table.Column<long>(type: "INTEGER", nullable: false),
                    AuditHash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LedgerHead", x => x.Id);
                    table.CheckConstraint("CK_LedgerHead_OnlyRow", "\"Id\" = 1");
                });

            migrationBuilder.CreateTable(
                name: "PaymentTypes",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Name = table.Column<string>(type: "TEXT", maxLength: 50, nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    SortOrder = table.Column<int>(type: "INTEGER", nullable: false),
                    IsActive = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PaymentTypes", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "ProtectionKeys",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Xml = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ProtectionKeys", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "RoleLimits",
                columns: table => new
                {
                    Role = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    LargestWriteOffMinor = table.Column<long>(type: "INTEGER", nullable: false),
                    LargestDiscountMinor = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RoleLimits", x => x.Role);
                    table.CheckConstraint("CK_RoleLimits_Amounts", "\"LargestWriteOffMinor\" >= 0 AND \"LargestDiscountMinor\" >= 0");
                });

            migrationBuilder.CreateTable(
                name: "Roles",
                columns: table => new
                {
                    Id = table.Column<string>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    NormalizedName = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    ConcurrencyStamp = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Roles", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Users",
                columns: table => new
                {
                    Id = table.Column<string>(type: "TEXT", nullable: false),
                    DisplayName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    IsActive = table.Column<bool>(type: "INTEGER", nullable: false),
                    UserName = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    NormalizedUserName = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    Email = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    NormalizedEmail = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    EmailConfirmed = table.Column<bool>(type: "INTEGER", nullable: false),
                    PasswordHash = table.Column<string>(type: "TEXT", nullable: true),
                    SecurityStamp = table.Column<string>(type: "TEXT", nullable: true),
                    ConcurrencyStamp = table.Column<string>(type: "TEXT", nullable: true),
                    PhoneNumber = table.Column<string>(type: "TEXT", nullable: true),
                    PhoneNumberConfirmed = table.Column<bool>(type: "INTEGER", nullable: false),
                    TwoFactorEnabled = table.Column<bool>(type: "INTEGER", nullable: false),
                    LockoutEnd = table.Column<DateTimeOffset>(type: "TEXT", nullable: true),
                    LockoutEnabled = table.Column<bool>(type: "INTEGER", nullable: false),
                    AccessFailedCount = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Users", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "RoleClaims",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    RoleId = table.Column<string>(type: "TEXT", nullable: false),
                    ClaimType = table.Column<string>(type: "TEXT", nullable: true),
                    ClaimValue = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RoleClaims", x => x.Id);
                    table.ForeignKey(
                        name: "FK_RoleClaims_Roles_RoleId",
                        column: x => x.RoleId,
                        principalTable: "Roles",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "InvoiceBatches",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Name = table.Column<string>(type: "TEXT", maxLength: 260, nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    CreatedById = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_InvoiceBatches", x => x.Id);
                    table.ForeignKey(
                        name: "FK_InvoiceBatches_Users_CreatedById",
                        column: x => x.CreatedById,
                        principalTable: "Users",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Organizations",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    CustomerNumber = table.Column<string>(type: "TEXT", maxLength: 50, nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    SearchName = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    Currency = table.Column<string>(type: "TEXT", maxLength: 3, nullable: false),
                    PayerId = table.Column<int>(type: "INTEGER", nullable: true),
                    OwnerId = table.Column<string>(type: "TEXT", nullable: true),
                    PaymentTermsDays = table.Column<int>(type: "INTEGER", nullable: false),
                    AllocationPolicy = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false, defaultValue: "ExactFirst"),
                    CommissionBasisPoints = table.Column<int>(type: "INTEGER", nullable: true),
                    DiscountBasisPoints = table.Column<int>(type: "INTEGER", nullable: true),
                    DiscountDays = table.Column<int>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Organizations", x => x.Id);
                    table.CheckConstraint("CK_Organizations_Commission", "\"CommissionBasisPoints\" IS NULL OR (\"CommissionBasisPoints\" > 0 AND \"CommissionBasisPoints\" < 10000)");
                    table.CheckConstraint("CK_Organizations_Discount", "(\"DiscountBasisPoints\" IS NULL) = (\"DiscountDays\" IS NULL) AND (\"DiscountBasisPoints\" IS NULL OR (\"DiscountBasisPoints\" > 0 AND \"DiscountBasisPoints\" < 10000))");
                    table.CheckConstraint("CK_Organizations_OwnPayer", "\"PayerId\" IS NULL OR \"PayerId\" <> \"Id\"");
                    table.ForeignKey(
                        name: "FK_Organizations_Organizations_PayerId",
                        column: x => x.PayerId,
                        principalTable: "Organizations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Organizations_Users_OwnerId",
                        column: x => x.OwnerId,
                        principalTable: "Users",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "UserClaims",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    UserId = table.Column<string>(type: "TEXT", nullable: false),
                    ClaimType = table.Column<string>(type: "TEXT", nullable: true),
                    ClaimValue = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_UserClaims", x => x.Id);
                    table.ForeignKey(
                        name: "FK_UserClaims_Users_UserId",
                        column: x => x.UserId,
                        principalTable: "Users",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "UserLogins",
                columns: table => new
                {
                    LoginProvider = table.Column<string>(type: "TEXT", nullable: false),
                    ProviderKey = table.Column<string>(type: "TEXT", nullable: false),
                    ProviderDisplayName = table.Column<string>(type: "TEXT", nullable: true),
                    UserId = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_UserLogins", x => new { x.LoginProvider, x.ProviderKey });
                    table.ForeignKey(
                        name: "FK_UserLogins_Users_UserId",
                        column: x => x.UserId,
                        principalTable: "Users",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "UserRoles",
                columns: table => new
                {
                    UserId = table.Column<string>(type: "TEXT", nullable: false),
                    RoleId = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_UserRoles", x => new { x.UserId, x.RoleId });
                    table.ForeignKey(
                        name: "FK_UserRoles_Roles_RoleId",
                        column: x => x.RoleId,
                        principalTable: "Roles",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_UserRoles_Users_UserId",
                        column: x => x.UserId,
                        principalTable: "Users",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "UserSessions",
                columns: table => new
                {
                    Id = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    UserId = table.Column<string>(type: "TEXT", nullable: false),
                    StartedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    LastSeenAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    EndedAt = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_UserSessions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_UserSessions_Users_UserId",
                        column: x => x.UserId,
                        principalTable: "Users",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "UserTokens",
                columns: table => new
                {
                    UserId = table.Column<string>(type: "TEXT", nullable: false),
                    LoginProvider = table.Column<string>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", nullable: false),
                    Value = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_UserTokens", x => new { x.UserId, x.LoginProvider, x.Name });
                    table.ForeignKey(
                        name: "FK_UserTokens_Users_UserId",
                        column: x => x.UserId,
                        principalTable: "Users",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Contacts",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    OrganizationId = table.Column<int>(type: "INTEGER", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Email = table.Column<string>(type: "TEXT", maxLength: 320, nullable: true),
                    Phone = table.Column<string>(type: "TEXT", maxLength: 50, nullable: true),
                    Role = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Contacts", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Contacts_Organizations_OrganizationId",
                        column: x => x.OrganizationId,
                        principalTable: "Organizations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "CreditNotes",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    OrganizationId = table.Column<int>(type: "INTEGER", nullable: false),
                    Number = table.Column<string>(type: "TEXT", maxLength: 50, nullable: false),
                    NumberKey = table.Column<string>(type: "TEXT", maxLength: 50, nullable: false),
                    Currency = table.Column<string>(type: "TEXT", maxLength: 3, nullable: false),
                    TotalMinor = table.Column<long>(type: "INTEGER", nullable: false),
                    AppliedMinor = table.Column<long>(type: "INTEGER", nullable: false),
                    UnappliedMinor = table.Column<long>(type: "INTEGER", nullable: false, computedColumnSql: "\"TotalMinor\" - \"AppliedMinor\"", stored: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    IssuedOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    RecordedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    RecordedById = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CreditNotes", x => x.Id);
                    table.UniqueConstraint("AK_CreditNotes_Id_Currency", x => new { x.Id, x.Currency });
                    table.CheckConstraint("CK_CreditNotes_Balance", "\"AppliedMinor\" >= 0 AND \"AppliedMinor\" <= \"TotalMinor\"");
                    table.CheckConstraint("CK_CreditNotes_Total", "\"TotalMinor\" > 0");
                    table.ForeignKey(
                        name: "FK_CreditNotes_Organizations_OrganizationId",
                        column: x => x.OrganizationId,
                        principalTable: "Organizations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_CreditNotes_Users_RecordedById",
                        column: x => x.RecordedById,
                        principalTable: "Users",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Invoices",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    OrganizationId = table.Column<int>(type: "INTEGER", nullable: false),
                    Number = table.Column<string>(type: "TEXT", maxLength: 50, nullable: false),
                    NumberKey = table.Column<string>(type: "TEXT", maxLength: 50, nullable: false),
                    Currency = table.Column<string>(type: "TEXT", maxLength: 3, nullable: false),
                    IssuedOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    DueOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    TotalMinor = table.Column<long>(type: "INTEGER", nullable: false),
                    AllocatedMinor = table.Column<long>(type: "INTEGER", nullable: false),
                    AdjustedMinor = table.Column<long>(type: "INTEGER", nullable: false),
                    OutstandingMinor = table.Column<long>(type: "INTEGER", nullable: false, computedColumnSql: "\"TotalMinor\" - \"AllocatedMinor\" - \"AdjustedMinor\"", stored: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    BatchId = table.Column<int>(type: "INTEGER", nullable: true),
                    DiscountBasisPoints = table.Column<int>(type: "INTEGER", nullable: true),
                    DiscountUntil = table.Column<DateOnly>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Invoices", x => x.Id);
                    table.UniqueConstraint("AK_Invoices_Id_Currency", x => new { x.Id, x.Currency });
                    table.CheckConstraint("CK_Invoices_Balance", "\"AllocatedMinor\" >= 0 AND \"AdjustedMinor\" >= 0 AND \"AllocatedMinor\" + \"AdjustedMinor\" <= \"TotalMinor\"");
                    table.CheckConstraint("CK_Invoices_Discount", "(\"DiscountBasisPoints\" IS NULL) = (\"DiscountUntil\" IS NULL) AND (\"DiscountBasisPoints\" IS NULL OR (\"DiscountBasisPoints\" > 0 AND \"DiscountBasisPoints\" < 10000 AND \"DiscountUntil\" >= \"IssuedOn\"))");
                    table.CheckConstraint("CK_Invoices_Due", "\"DueOn\" >= \"IssuedOn\"");
                    table.CheckConstraint("CK_Invoices_Total", "\"TotalMinor\" > 0");
                    table.ForeignKey(
                        name: "FK_Invoices_InvoiceBatches_BatchId",
                        column: x => x.BatchId,
                        principalTable: "InvoiceBatches",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Invoices_Organizations_OrganizationId",
                        column: x => x.OrganizationId,
                        principalTable: "Organizations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "OrganizationBalances",
                columns: table => new
                {
                    OrganizationId = table.Column<int>(type: "INTEGER", nullable: false),
                    Currency = table.Column<string>(type: "TEXT", maxLength: 3, nullable: false),
                    OutstandingMinor = table.Column<long>(type: "INTEGER", nullable: false),
                    OpenCount = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_OrganizationBalances", x => new { x.OrganizationId, x.Currency });
                    table.CheckConstraint("CK_OrganizationBalances", "\"OutstandingMinor\" >= 0 AND \"OpenCount\" >= 0");
                    table.ForeignKey(
                        name: "FK_OrganizationBalances_Organizations_OrganizationId",
                        column: x => x.OrganizationId,
                        principalTable: "Organizations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "InvoiceRows",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    InvoiceId = table.Column<int>(type: "INTEGER", nullable: false),
                    LineNumber = table.Column<int>(type: "INTEGER", nullable: false),
                    Description = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    Issue = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    Product = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    AmountMinor = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_InvoiceRows", x => x.Id);
                    table.ForeignKey(
                        name: "FK_InvoiceRows_Invoices_InvoiceId",
                        column: x => x.InvoiceId,
                        principalTable: "Invoices",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Payments",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<long>(type: "INTEGER", nullable: false),
                    PayerId = table.Column<int>(type: "INTEGER", nullable: false),
                    Currency = table.Column<string>(type: "TEXT", maxLength: 3, nullable: false),
                    AmountMinor = table.Column<long>(type: "INTEGER", nullable: false),
                    AdjustedMinor = table.Column<long>(type: "INTEGER", nullable: false),
                    AllocatedMinor = table.Column<long>(type: "INTEGER", nullable: false),
                    WithdrawnMinor = table.Column<long>(type: "INTEGER", nullable: false),
                    RefundedMinor = table.Column<long>(type: "INTEGER", nullable: false),
                    UnappliedMinor = table.Column<long>(type: "INTEGER", nullable: false, computedColumnSql: "\"AmountMinor\" + \"AdjustedMinor\" - \"AllocatedMinor\" - \"WithdrawnMinor\" - \"RefundedMinor\"", stored: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    ReceivedOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    CheckDatedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    PaymentTypeId = table.Column<int>(type: "INTEGER", nullable: false),
                    Reference = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    ReferenceKey = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    Memo = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    ReplacesPaymentId = table.Column<Guid>(type: "TEXT", nullable: true),
                    MeantForInvoiceId = table.Column<int>(type: "INTEGER", nullable: true),
                    RecordedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    RecordedById = table.Column<string>(type: "TEXT", nullable: false),
                    Fingerprint = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Payments", x => x.Id);
                    table.UniqueConstraint("AK_Payments_Id_Currency", x => new { x.Id, x.Currency });
                    table.CheckConstraint("CK_Payments_Amount", "\"AmountMinor\" > 0 AND \"AmountMinor\" <= 99999999999999");
                    table.CheckConstraint("CK_Payments_Balance", "\"AdjustedMinor\" >= 0 AND \"AllocatedMinor\" >= 0 AND \"WithdrawnMinor\" >= 0 AND \"RefundedMinor\" >= 0 AND \"AllocatedMinor\" + \"WithdrawnMinor\" + \"RefundedMinor\" <= \"AmountMinor\" + \"AdjustedMinor\"");
                    table.ForeignKey(
                        name: "FK_Payments_Invoices_MeantForInvoiceId",
                        column: x => x.MeantForInvoiceId,
                        principalTable: "Invoices",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Payments_Organizations_PayerId",
                        column: x => x.PayerId,
                        principalTable: "Organizations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Payments_PaymentTypes_PaymentTypeId",
                        column: x => x.PaymentTypeId,
                        principalTable: "PaymentTypes",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Payments_Payments_ReplacesPaymentId",
                        column: x => x.ReplacesPaymentId,
                        principalTable: "Payments",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Payments_Users_RecordedById",
                        column: x => x.RecordedById,
                        principalTable: "Users",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Adjustments",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    InvoiceId = table.Column<int>(type: "INTEGER", nullable: true),
                    PaymentId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Currency = table.Column<string>(type: "TEXT", maxLength: 3, nullable: false),
                    AmountMinor = table.Column<long>(type: "INTEGER", nullable: false),
                    ReasonCode = table.Column<string>(type: "TEXT", maxLength: 50, nullable: false),
                    Note = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    EffectiveOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    CreditNoteId = table.Column<Guid>(type: "TEXT", nullable: true),
                    MadeWithPaymentId = table.Column<Guid>(type: "TEXT", nullable: true),
                    RecordedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    RecordedById = table.Column<string>(type: "TEXT", nullable: false),
                    ApprovedById = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Adjustments", x => x.Id);
                    table.CheckConstraint("CK_Adjustments_Amount", "\"AmountMinor\" > 0");
                    table.CheckConstraint("CK_Adjustments_CreditNote", "(\"Kind\" = 'CreditNote') = (\"CreditNoteId\" IS NOT NULL)");
                    table.CheckConstraint("CK_Adjustments_Target", "(\"InvoiceId\" IS NULL) <> (\"PaymentId\" IS NULL)");
                    table.CheckConstraint("CK_Adjustments_TwoPeople", "\"ApprovedById\" IS NULL OR \"ApprovedById\" <> \"RecordedById\"");
                    table.ForeignKey(
                        name: "FK_Adjustments_CreditNotes_CreditNoteId_Currency",
                        columns: x => new { x.CreditNoteId, x.Currency },
                        principalTable: "CreditNotes",
                        principalColumns: new[] { "Id", "Currency" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Adjustments_Invoices_InvoiceId_Currency",
                        columns: x => new { x.InvoiceId, x.Currency },
                        principalTable: "Invoices",
                        principalColumns: new[] { "Id", "Currency" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Adjustments_Payments_MadeWithPaymentId",
                        column: x => x.MadeWithPaymentId,
                        principalTable: "Payments",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Adjustments_Payments_PaymentId_Currency",
                        columns: x => new { x.PaymentId, x.Currency },
                        principalTable: "Payments",
                        principalColumns: new[] { "Id", "Currency" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Adjustments_Users_ApprovedById",
                        column: x => x.ApprovedById,
                        principalTable: "Users",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Adjustments_Users_RecordedById",
                        column: x => x.RecordedById,
                        principalTable: "Users",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Allocations",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    PaymentId = table.Column<Guid>(type: "TEXT", nullable: false),
                    InvoiceId = table.Column<int>(type: "INTEGER", nullable: false),
                    Currency = table.Column<string>(type: "TEXT", maxLength: 3, nullable: false),
                    AmountMinor = table.Column<long>(type: "INTEGER", nullable: false),
                    AppliedOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    RecordedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    RecordedById = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Allocations", x => x.Id);
                    table.CheckConstraint("CK_Allocations_Amount", "\"AmountMinor\" > 0");
                    table.ForeignKey(
                        name: "FK_Allocations_Invoices_InvoiceId_Currency",
                        columns: x => new { x.InvoiceId, x.Currency },
                        principalTable: "Invoices",
                        principalColumns: new[] { "Id", "Currency" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Allocations_Payments_PaymentId_Currency",
                        columns: x => new { x.PaymentId, x.Currency },
                        principalTable: "Payments",
                        principalColumns: new[] { "Id", "Currency" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Allocations_Users_RecordedById",
                        column: x => x.RecordedById,
                        principalTable: "Users",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ApprovalRequests",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    Command = table.Column<string>(type: "TEXT", nullable: false),
                    Currency = table.Column<string>(type: "TEXT", maxLength: 3, nullable: true),
                    AmountMinor = table.Column<long>(type: "INTEGER", nullable: true),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    OrganizationId = table.Column<int>(type: "INTEGER", nullable: true),
                    InvoiceId = table.Column<int>(type: "INTEGER", nullable: true),
                    PaymentId = table.Column<Guid>(type: "TEXT", nullable: true),
                    RequestedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    RequestedById = table.Column<string>(type: "TEXT", nullable: false),
                    DecidedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    DecidedById = table.Column<string>(type: "TEXT", nullable: true),
                    IsApproved = table.Column<bool>(type: "INTEGER", nullable: true),
                    DecisionNote = table.Column<string>(type: "TEXT", maxLength: 300, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ApprovalRequests", x => x.Id);
                    table.CheckConstraint("CK_ApprovalRequests_Amount", "(\"AmountMinor\" IS NULL) = (\"Currency\" IS NULL)");
                    table.CheckConstraint("CK_ApprovalRequests_Decision", "(\"DecidedAt\" IS NULL) = (\"DecidedById\" IS NULL) AND (\"DecidedAt\" IS NULL) = (\"IsApproved\" IS NULL)");
                    table.CheckConstraint("CK_ApprovalRequests_TwoPeople", "\"IsApproved\" IS NULL OR NOT \"IsApproved\" OR \"DecidedById\" <> \"RequestedById\"");
                    table.ForeignKey(
                        name: "FK_ApprovalRequests_Invoices_InvoiceId",
                        column: x => x.InvoiceId,
                        principalTable: "Invoices",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ApprovalRequests_Organizations_OrganizationId",
                        column: x => x.OrganizationId,
                        principalTable: "Organizations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ApprovalRequests_Payments_PaymentId",
                        column: x => x.PaymentId,
                        principalTable: "Payments",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ApprovalRequests_Users_DecidedById",
                        column: x => x.DecidedById,
                        principalTable: "Users",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ApprovalRequests_Users_RequestedById",
                        column: x => x.RequestedById,
                        principalTable: "Users",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Refunds",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    PaymentId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Currency = table.Column<string>(type: "TEXT", maxLength: 3, nullable: false),
                    AmountMinor = table.Column<long>(type: "INTEGER", nullable: false),
                    RefundedOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    PaymentTypeId = table.Column<int>(type: "INTEGER", nullable: false),
                    Reference = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    RecordedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    RecordedById = table.Column<string>(type: "TEXT", nullable: false),
                    ApprovedById = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Refunds", x => x.Id);
                    table.CheckConstraint("CK_Refunds_Amount", "\"AmountMinor\" > 0");
                    table.CheckConstraint("CK_Refunds_TwoPeople", "\"ApprovedById\" <> \"RecordedById\"");
                    table.ForeignKey(
                        name: "FK_Refunds_PaymentTypes_PaymentTypeId",
                        column: x => x.PaymentTypeId,
                        principalTable: "PaymentTypes",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Refunds_Payments_PaymentId_Currency",
                        columns: x => new { x.PaymentId, x.Currency },
                        principalTable: "Payments",
                        principalColumns: new[] { "Id", "Currency" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Refunds_Users_ApprovedById",
                        column: x => x.ApprovedById,
                        principalTable: "Users",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Refunds_Users_RecordedById",
                        column: x => x.RecordedById,
                        principalTable: "Users",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Reversals",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    AllocationId = table.Column<Guid>(type: "TEXT", nullable: true),
                    AdjustmentId = table.Column<Guid>(type: "TEXT", nullable: true),
                    PaymentId = table.Column<Guid>(type: "TEXT", nullable: true),
                    RefundId = table.Column<Guid>(type: "TEXT", nullable: true),
                    EffectiveOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    RecordedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    RecordedById = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Reversals", x => x.Id);
                    table.CheckConstraint("CK_Reversals_Reason", "length(\"Reason\") >= 1");
                    table.CheckConstraint("CK_Reversals_Target", "(CASE WHEN \"AllocationId\" IS NULL THEN 0 ELSE 1 END) + (CASE WHEN \"AdjustmentId\" IS NULL THEN 0 ELSE 1 END) + (CASE WHEN \"PaymentId\" IS NULL THEN 0 ELSE 1 END) + (CASE WHEN \"RefundId\" IS NULL THEN 0 ELSE 1 END) = 1");
                    table.ForeignKey(
                        name: "FK_Reversals_Adjustments_AdjustmentId",
                        column: x => x.AdjustmentId,
                        principalTable: "Adjustments",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Reversals_Allocations_AllocationId",
                        column: x => x.AllocationId,
                        principalTable: "Allocations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Reversals_Payments_PaymentId",
                        column: x => x.PaymentId,
                        principalTable: "Payments",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Reversals_Refunds_RefundId",
                        column: x => x.RefundId,
                        principalTable: "Refunds",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Reversals_Users_RecordedById",
                        column: x => x.RecordedById,
                        principalTable: "Users",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.InsertData(
                table: "LedgerHead",
                columns: new[] { "Id", "AuditHash", "AuditSeq", "ClosedThrough", "LastPaymentNumber" },
                values: new object[] { 1, "0000000000000000000000000000000000000000000000000000000000000000", 0L, null, 0L });

            migrationBuilder.InsertData(
                table: "Users",
                columns: new[] { "Id", "AccessFailedCount", "ConcurrencyStamp", "DisplayName", "Email", "EmailConfirmed", "IsActive", "LockoutEnabled", "LockoutEnd", "NormalizedEmail", "NormalizedUserName", "PasswordHash", "PhoneNumber", "PhoneNumberConfirmed", "SecurityStamp", "TwoFactorEnabled", "UserName" },
                values: new object[] { "system", 0, "system", "PaymentsApp", null, false, true, true, null, null, "SYSTEM", null, null, false, "system", false, "system" });

            migrationBuilder.CreateIndex(
                name: "IX_Adjustments_ApprovedById",
                table: "Adjustments",
                column: "ApprovedById");

            migrationBuilder.CreateIndex(
                name: "IX_Adjustments_CreditNoteId_Currency",
                table: "Adjustments",
                columns: new[] { "CreditNoteId", "Currency" });

            migrationBuilder.CreateIndex(
                name: "IX_Adjustments_InvoiceId_Currency",
                table: "Adjustments",
                columns: new[] { "InvoiceId", "Currency" });

            migrationBuilder.CreateIndex(
                name: "IX_Adjustments_MadeWithPaymentId",
                table: "Adjustments",
                column: "MadeWithPaymentId");

            migrationBuilder.CreateIndex(
                name: "IX_Adjustments_PaymentId_Currency",
                table: "Adjustments",
                columns: new[] { "PaymentId", "Currency" });

            migrationBuilder.CreateIndex(
                name: "IX_Adjustments_RecordedById",
                table: "Adjustments",
                column: "RecordedById");

            migrationBuilder.CreateIndex(
                name: "IX_Allocations_InvoiceId_Currency",
                table: "Allocations",
                columns: new[] { "InvoiceId", "Currency" });

            migrationBuilder.CreateIndex(
                name: "IX_Allocations_PaymentId_Currency",
                table: "Allocations",
                columns: new[] { "PaymentId", "Currency" });

            migrationBuilder.CreateIndex(
                name: "IX_Allocations_RecordedById",
                table: "Allocations",
                column: "RecordedById");

            migrationBuilder.CreateIndex(
                name: "IX_ApprovalRequests_DecidedById",
                table: "ApprovalRequests",
                column: "DecidedById");

            migrationBuilder.CreateIndex(
                name: "IX_ApprovalRequests_InvoiceId",
                table: "ApprovalRequests",
                column: "InvoiceId");

            migrationBuilder.CreateIndex(
                name: "IX_ApprovalRequests_OrganizationId",
                table: "ApprovalRequests",
                column: "OrganizationId");

            migrationBuilder.CreateIndex(
                name: "IX_ApprovalRequests_PaymentId",
                table: "ApprovalRequests",
                column: "PaymentId");

            migrationBuilder.CreateIndex(
                name: "IX_ApprovalRequests_RequestedById",
                table: "ApprovalRequests",
                column: "RequestedById");

            migrationBuilder.CreateIndex(
                name: "IX_ApprovalRequests_Waiting",
                table: "ApprovalRequests",
                column: "RequestedAt",
                filter: "\"DecidedAt\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_AuditEntries_ActorId_Seq",
                table: "AuditEntries",
                columns: new[] { "ActorId", "Seq" });

            migrationBuilder.CreateIndex(
                name: "IX_AuditEntries_Entity_EntityId_Seq",
                table: "AuditEntries",
                columns: new[] { "Entity", "EntityId", "Seq" });

            migrationBuilder.CreateIndex(
                name: "IX_AuditEntries_OrganizationId_Seq",
                table: "AuditEntries",
                columns: new[] { "OrganizationId", "Seq" });

            migrationBuilder.CreateIndex(
                name: "IX_AuditEntries_PrevHash",
                table: "AuditEntries",
                column: "PrevHash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Contacts_OrganizationId",
                table: "Contacts",
                column: "OrganizationId");

            migrationBuilder.CreateIndex(
                name: "IX_CreditNotes_NumberKey",
                table: "CreditNotes",
                column: "NumberKey",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_CreditNotes_OrganizationId_IssuedOn",
                table: "CreditNotes",
                columns: new[] { "OrganizationId", "IssuedOn" });

            migrationBuilder.CreateIndex(
                name: "IX_CreditNotes_RecordedById",
                table: "CreditNotes",
                column: "RecordedById");

            migrationBuilder.CreateIndex(
                name: "IX_CreditNotes_Unapplied",
                table: "CreditNotes",
                columns: new[] { "OrganizationId", "Currency" },
                filter: "\"UnappliedMinor\" > 0");

            migrationBuilder.CreateIndex(
                name: "IX_InvoiceBatches_CreatedById",
                table: "InvoiceBatches",
                column: "CreatedById");

            migrationBuilder.CreateIndex(
                name: "IX_InvoiceRows_InvoiceId_LineNumber",
                table: "InvoiceRows",
                columns: new[] { "InvoiceId", "LineNumber" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Invoices_BatchId",
                table: "Invoices",
                column: "BatchId");

            migrationBuilder.CreateIndex(
                name: "IX_Invoices_DueOn_Id",
                table: "Invoices",
                columns: new[] { "DueOn", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Invoices_IssuedOn_Id",
                table: "Invoices",
                columns: new[] { "IssuedOn", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Invoices_NumberKey",
                table: "Invoices",
                column: "NumberKey",
                unique: true);

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

            migrationBuilder.CreateIndex(
                name: "IX_Invoices_OrganizationId_IssuedOn_Id",
                table: "Invoices",
                columns: new[] { "OrganizationId", "IssuedOn", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Invoices_TotalMinor_Id",
                table: "Invoices",
                columns: new[] { "TotalMinor", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_OrganizationBalances_OutstandingMinor_OrganizationId",
                table: "OrganizationBalances",
                columns: new[] { "OutstandingMinor", "OrganizationId" });

            migrationBuilder.CreateIndex(
                name: "IX_Organizations_CustomerNumber",
                table: "Organizations",
                column: "CustomerNumber",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Organizations_OwnerId_SearchName_Id",
                table: "Organizations",
                columns: new[] { "OwnerId", "SearchName", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Organizations_PayerId",
                table: "Organizations",
                column: "PayerId");

            migrationBuilder.CreateIndex(
                name: "IX_Organizations_SearchName_Id",
                table: "Organizations",
                columns: new[] { "SearchName", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Payments_AmountMinor_Number",
                table: "Payments",
                columns: new[] { "AmountMinor", "Number" });

            migrationBuilder.CreateIndex(
                name: "IX_Payments_MeantForInvoiceId",
                table: "Payments",
                column: "MeantForInvoiceId");

            migrationBuilder.CreateIndex(
                name: "IX_Payments_Number",
                table: "Payments",
                column: "Number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Payments_PayerId_Number",
                table: "Payments",
                columns: new[] { "PayerId", "Number" });

            migrationBuilder.CreateIndex(
                name: "IX_Payments_PayerId_ReceivedOn_Number",
                table: "Payments",
                columns: new[] { "PayerId", "ReceivedOn", "Number" });

            migrationBuilder.CreateIndex(
                name: "IX_Payments_PaymentTypeId_ReceivedOn_Number",
                table: "Payments",
                columns: new[] { "PaymentTypeId", "ReceivedOn", "Number" });

            migrationBuilder.CreateIndex(
                name: "IX_Payments_ReceivedOn_Number",
                table: "Payments",
                columns: new[] { "ReceivedOn", "Number" });

            migrationBuilder.CreateIndex(
                name: "IX_Payments_RecordedById",
                table: "Payments",
                column: "RecordedById");

            migrationBuilder.CreateIndex(
                name: "IX_Payments_ReferenceKey_Number",
                table: "Payments",
                columns: new[] { "ReferenceKey", "Number" });

            migrationBuilder.CreateIndex(
                name: "IX_Payments_ReplacesPaymentId",
                table: "Payments",
                column: "ReplacesPaymentId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Payments_Unapplied",
                table: "Payments",
                columns: new[] { "PayerId", "Number" },
                filter: "\"UnappliedMinor\" > 0");

            migrationBuilder.CreateIndex(
                name: "IX_Payments_Unapplied_ReceivedOn",
                table: "Payments",
                columns: new[] { "ReceivedOn", "Number" },
                filter: "\"UnappliedMinor\" > 0");

            migrationBuilder.CreateIndex(
                name: "IX_PaymentTypes_Name",
                table: "PaymentTypes",
                column: "Name",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Refunds_ApprovedById",
                table: "Refunds",
                column: "ApprovedById");

            migrationBuilder.CreateIndex(
                name: "IX_Refunds_PaymentId_Currency",
                table: "Refunds",
                columns: new[] { "PaymentId", "Currency" });

            migrationBuilder.CreateIndex(
                name: "IX_Refunds_PaymentTypeId",
                table: "Refunds",
                column: "PaymentTypeId");

            migrationBuilder.CreateIndex(
                name: "IX_Refunds_RecordedById",
                table: "Refunds",
                column: "RecordedById");

            migrationBuilder.CreateIndex(
                name: "IX_Reversals_AdjustmentId",
                table: "Reversals",
                column: "AdjustmentId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Reversals_AllocationId",
                table: "Reversals",
                column: "AllocationId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Reversals_PaymentId",
                table: "Reversals",
                column: "PaymentId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Reversals_RecordedById",
                table: "Reversals",
                column: "RecordedById");

            migrationBuilder.CreateIndex(
                name: "IX_Reversals_RefundId",
                table: "Reversals",
                column: "RefundId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_RoleClaims_RoleId",
                table: "RoleClaims",
                column: "RoleId");

            migrationBuilder.CreateIndex(
                name: "RoleNameIndex",
                table: "Roles",
                column: "NormalizedName",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_UserClaims_UserId",
                table: "UserClaims",
                column: "UserId");

            migrationBuilder.CreateIndex(
                name: "IX_UserLogins_UserId",
                table: "UserLogins",
                column: "UserId");

            migrationBuilder.CreateIndex(
                name: "IX_UserRoles_RoleId",
                table: "UserRoles",
                column: "RoleId");

            migrationBuilder.CreateIndex(
                name: "EmailIndex",
                table: "Users",
                column: "NormalizedEmail");

            migrationBuilder.CreateIndex(
                name: "UserNameIndex",
                table: "Users",
                column: "NormalizedUserName",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_UserSessions_UserId",
                table: "UserSessions",
                column: "UserId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "ApprovalRequests");

            migrationBuilder.DropTable(
                name: "AuditEntries");

            migrationBuilder.DropTable(
                name: "CompanySettings");

            migrationBuilder.DropTable(
                name: "Contacts");

            migrationBuilder.DropTable(
                name: "DueBalances");

            migrationBuilder.DropTable(
                name: "InvoiceRows");

            migrationBuilder.DropTable(
                name: "LedgerHead");

            migrationBuilder.DropTable(
                name: "OrganizationBalances");

            migrationBuilder.DropTable(
                name: "ProtectionKeys");

            migrationBuilder.DropTable(
                name: "Reversals");

            migrationBuilder.DropTable(
                name: "RoleClaims");

            migrationBuilder.DropTable(
                name: "RoleLimits");

            migrationBuilder.DropTable(
                name: "UserClaims");

            migrationBuilder.DropTable(
                name: "UserLogins");

            migrationBuilder.DropTable(
                name: "UserRoles");

            migrationBuilder.DropTable(
                name: "UserSessions");

            migrationBuilder.DropTable(
                name: "UserTokens");

            migrationBuilder.DropTable(
                name: "Adjustments");

            migrationBuilder.DropTable(
                name: "Allocations");

            migrationBuilder.DropTable(
                name: "Refunds");

            migrationBuilder.DropTable(
                name: "Roles");

            migrationBuilder.DropTable(
                name: "CreditNotes");

            migrationBuilder.DropTable(
                name: "Payments");

            migrationBuilder.DropTable(
                name: "Invoices");

            migrationBuilder.DropTable(
                name: "PaymentTypes");

            migrationBuilder.DropTable(
                name: "InvoiceBatches");

            migrationBuilder.DropTable(
                name: "Organizations");

            migrationBuilder.DropTable(
                name: "Users");
        }
    }
}
