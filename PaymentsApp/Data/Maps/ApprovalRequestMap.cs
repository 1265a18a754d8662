using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PaymentsApp.Domain;

namespace PaymentsApp.Data.Maps;

internal sealed class ApprovalRequestMap : IEntityTypeConfiguration<ApprovalRequest>
{
    public void Configure(EntityTypeBuilder<ApprovalRequest> request)
    {
        request.Property(r => r.Id).ValueGeneratedNever();
        request.Property(r => r.Kind).HasConversion<string>().HasMaxLength(30);
        request.Property(r => r.Currency).HasMaxLength(3);
        request.Property(r => r.Reason).HasMaxLength(300);
        request.Property(r => r.DecisionNote).HasMaxLength(300);
        request.Ignore(r => r.Amount);

        request.HasIndex(r => r.RequestedAt, "IX_ApprovalRequests_Waiting").HasFilter("\"DecidedAt\" IS NULL");
        request.HasOne<Organization>().WithMany().HasForeignKey(r => r.OrganizationId).OnDelete(DeleteBehavior.Restrict);
        request.HasOne<Invoice>().WithMany().HasForeignKey(r => r.InvoiceId).OnDelete(DeleteBehavior.Restrict);
        request.HasOne<Payment>().WithMany().HasForeignKey(r => r.PaymentId).OnDelete(DeleteBehavior.Restrict);
        request.HasOne<AppUser>().WithMany().HasForeignKey(r => r.RequestedById).OnDelete(DeleteBehavior.Restrict);
        request.HasOne<AppUser>().WithMany().HasForeignKey(r => r.DecidedById).OnDelete(DeleteBehavior.Restrict);

        request.ToTable(table =>
        {
            table.HasCheckConstraint(
                "CK_ApprovalRequests_Decision",
                "(\"DecidedAt\" IS NULL) = (\"DecidedById\" IS NULL) AND (\"DecidedAt\" IS NULL) = (\"IsApproved\" IS NULL)");
            table.HasCheckConstraint("CK_ApprovalRequests_TwoPeople", "\"IsApproved\" IS NULL OR NOT \"IsApproved\" OR \"DecidedById\" <> \"RequestedById\"");
            table.HasCheckConstraint("CK_ApprovalRequests_Amount", "(\"AmountMinor\" IS NULL) = (\"Currency\" IS NULL)");
        });
    }
}
