using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using PaymentsApp.Domain;

namespace PaymentsApp.Data;

/// <summary>
/// The database. One context per method; reads through a factory without tracking,
/// writes only inside <see cref="Writes.ExecuteAsync{T}"/>.
/// </summary>
public abstract class AppDbContext(DbContextOptions options) : IdentityDbContext<AppUser>(options)
{
    public DbSet<Organization> Organizations => Set<Organization>();

    public DbSet<Invoice> Invoices => Set<Invoice>();

    public DbSet<InvoiceRow> InvoiceRows => Set<InvoiceRow>();

    public DbSet<InvoiceBatch> InvoiceBatches => Set<InvoiceBatch>();

    public DbSet<Payment> Payments => Set<Payment>();

    public DbSet<Allocation> Allocations => Set<Allocation>();

    public DbSet<PaymentClient> PaymentClients => Set<PaymentClient>();

    public DbSet<Adjustment> Adjustments => Set<Adjustment>();

    public DbSet<Reversal> Reversals => Set<Reversal>();

    public DbSet<Refund> Refunds => Set<Refund>();

    public DbSet<ReturnedPayment> ReturnedPayments => Set<ReturnedPayment>();

    public DbSet<CreditNote> CreditNotes => Set<CreditNote>();

    public DbSet<CreditNoteWithdrawal> CreditNoteWithdrawals => Set<CreditNoteWithdrawal>();

    public DbSet<CreditBeside> CreditsBeside => Set<CreditBeside>();

    public DbSet<ApprovalRequest> ApprovalRequests => Set<ApprovalRequest>();

    public DbSet<Dispute> Disputes => Set<Dispute>();

    public DbSet<DisputeMessage> DisputeMessages => Set<DisputeMessage>();

    public DbSet<PaymentPromise> PaymentPromises => Set<PaymentPromise>();

    public DbSet<PromisedInvoice> PromisedInvoices => Set<PromisedInvoice>();

    public DbSet<FollowUpEntry> FollowUpEntries => Set<FollowUpEntry>();

    public DbSet<NextAction> NextActions => Set<NextAction>();

    public DbSet<CreditHold> CreditHolds => Set<CreditHold>();

    public DbSet<CreditRule> CreditRules => Set<CreditRule>();

    public DbSet<RoleLimit> RoleLimits => Set<RoleLimit>();

    public DbSet<LedgerAccountNumber> LedgerAccountNumbers => Set<LedgerAccountNumber>();

    public DbSet<Attachment> Attachments => Set<Attachment>();

    public DbSet<AttachmentContent> AttachmentContents => Set<AttachmentContent>();

    public DbSet<KeptDraft> KeptDrafts => Set<KeptDraft>();

    public DbSet<PaymentBatch> PaymentBatches => Set<PaymentBatch>();

    public DbSet<BankAccount> BankAccounts => Set<BankAccount>();

    public DbSet<Deposit> Deposits => Set<Deposit>();

    public DbSet<DepositItem> DepositItems => Set<DepositItem>();

    public DbSet<KeptBankFile> BankFiles => Set<KeptBankFile>();

    public DbSet<KeptBankFileContent> BankFileContents => Set<KeptBankFileContent>();

    public DbSet<KeptBankStatement> BankStatements => Set<KeptBankStatement>();

    public DbSet<KeptBankLine> BankLines => Set<KeptBankLine>();

    public DbSet<BankAlias> BankAliases => Set<BankAlias>();

    public DbSet<BankFileAnswer> BankFileAnswers => Set<BankFileAnswer>();

    public DbSet<PaymentType> PaymentTypes => Set<PaymentType>();

    public DbSet<CompanySettings> CompanySettings => Set<CompanySettings>();

    public DbSet<CompanyDetails> CompanyDetails => Set<CompanyDetails>();

    public DbSet<CompanyLogo> CompanyLogos => Set<CompanyLogo>();

    public DbSet<OutgoingMail> OutgoingMails => Set<OutgoingMail>();

    public DbSet<MailInvoice> MailInvoices => Set<MailInvoice>();

    public DbSet<MailAttachment> MailAttachments => Set<MailAttachment>();

    public DbSet<MailAttempt> MailAttempts => Set<MailAttempt>();

    public DbSet<Mailing> Mailings => Set<Mailing>();

    public DbSet<MailSettings> MailSettings => Set<MailSettings>();

    public DbSet<MailTemplate> MailTemplates => Set<MailTemplate>();

    public DbSet<ReminderPolicy> ReminderPolicies => Set<ReminderPolicy>();

    public DbSet<OrganizationReminders> OrganizationReminders => Set<OrganizationReminders>();

    public DbSet<AuditEntry> AuditEntries => Set<AuditEntry>();

    public DbSet<LedgerHead> LedgerHeads => Set<LedgerHead>();

    public DbSet<OrganizationBalance> OrganizationBalances => Set<OrganizationBalance>();

    public DbSet<DueBalance> DueBalances => Set<DueBalance>();

    public DbSet<ReceivedBalance> ReceivedBalances => Set<ReceivedBalance>();

    public DbSet<OrganizationNamePart> OrganizationNameParts => Set<OrganizationNamePart>();

    public DbSet<UserSession> UserSessions => Set<UserSession>();

    public DbSet<ProtectionKey> ProtectionKeys => Set<ProtectionKey>();

    /// <summary>Loads invoices for change; on PostgreSQL locks them, in the order of their ids.</summary>
    public abstract Task<Dictionary<int, Invoice>> LockInvoicesAsync(IReadOnlyCollection<int> ids, CancellationToken cancel);

    /// <summary>Loads a payment for change and locks it; null when there is none.</summary>
    public abstract Task<Payment?> LockPaymentAsync(Guid id, CancellationToken cancel);

    /// <summary>Loads what waits for a second person for its decision and locks it, before anything else; null when there is none.</summary>
    public abstract Task<ApprovalRequest?> LockApprovalRequestAsync(Guid id, CancellationToken cancel);

    /// <summary>Locks the row at which all writers meet; taken last.</summary>
    public abstract Task<LedgerHead> LockLedgerHeadAsync(CancellationToken cancel);

    /// <summary>Sends a message to other processes when the current transaction commits; SQLite has no others.</summary>
    public abstract Task NotifyAsync(string channel, string message, CancellationToken cancel);

    /// <summary>Writes an audit entry in the current transaction.</summary>
    public async Task AppendAuditAsync(AuditFact fact, Recorded recorded, CancellationToken cancel)
    {
        var head = LedgerHeads.Local.SingleOrDefault() ?? await LockLedgerHeadAsync(cancel);
        AuditEntries.Add(head.Append(fact, recorded));
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        // SQLite gives DateTime back without a kind; every instant here is UTC.
        configurationBuilder.Properties<DateTime>().HaveConversion<UtcConverter>();
    }

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.ApplyConfigurationsFromAssembly(typeof(AppDbContext).Assembly);

        builder.Entity<AppUser>().ToTable("Users");
        builder.Entity<IdentityRole>().ToTable("Roles");
        builder.Entity<IdentityUserRole<string>>().ToTable("UserRoles");
        builder.Entity<IdentityUserClaim<string>>().ToTable("UserClaims");
        builder.Entity<IdentityUserLogin<string>>().ToTable("UserLogins");
        builder.Entity<IdentityUserToken<string>>().ToTable("UserTokens");
        builder.Entity<IdentityRoleClaim<string>>().ToTable("RoleClaims");
    }

    private sealed class UtcConverter() : ValueConverter<DateTime, DateTime>(
        instant => instant, stored => DateTime.SpecifyKind(stored, DateTimeKind.Utc));
}
