using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PaymentsApp.Domain;

namespace PaymentsApp.Data.Maps;

internal sealed class DisputeMap : IEntityTypeConfiguration<Dispute>
{
    public void Configure(EntityTypeBuilder<Dispute> dispute)
    {
        dispute.Property(d => d.Id).ValueGeneratedNever();
        dispute.Property(d => d.Currency).IsCurrency();
        dispute.Property(d => d.ReasonCode).HasMaxLength(50);
        dispute.Property(d => d.Outcome).HasConversion<string>().HasMaxLength(30);
        dispute.Property(d => d.ClosedAt).IsConcurrencyToken(); // two people close it: the second looks again
        dispute.Ignore(d => d.Amount);

        dispute.HasIndex(d => d.OrganizationId, "IX_Disputes_Open").HasFilter("\"ClosedAt\" IS NULL");
        dispute.HasOne<Invoice>().WithMany()
            .HasForeignKey(d => new { d.InvoiceId, d.Currency }).HasPrincipalKey(i => new { i.Id, i.Currency })
            .OnDelete(DeleteBehavior.Restrict);
        dispute.HasOne<Organization>().WithMany().HasForeignKey(d => d.OrganizationId).OnDelete(DeleteBehavior.Restrict);
        dispute.HasOne<Payment>().WithMany().HasForeignKey(d => d.PaymentId).OnDelete(DeleteBehavior.Restrict);
        dispute.HasOne<AppUser>().WithMany().HasForeignKey(d => d.OpenedById).OnDelete(DeleteBehavior.Restrict);
        dispute.HasOne<AppUser>().WithMany().HasForeignKey(d => d.ClosedById).OnDelete(DeleteBehavior.Restrict);

        dispute.ToTable("Disputes", table =>
        {
            table.HasCheckConstraint("CK_Disputes_Amount", "\"AmountMinor\" > 0");
            table.HasCheckConstraint(
                "CK_Disputes_Closed", "(\"ClosedAt\" IS NULL) = (\"ClosedById\" IS NULL) AND (\"ClosedAt\" IS NULL) = (\"Outcome\" IS NULL)");
        });
    }
}
