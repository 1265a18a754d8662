using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PaymentsApp.Domain;

namespace PaymentsApp.Data.Maps;

internal sealed class CreditHoldMap : IEntityTypeConfiguration<CreditHold>
{
    public void Configure(EntityTypeBuilder<CreditHold> hold)
    {
        hold.Property(h => h.Id).ValueGeneratedNever();
        hold.Property(h => h.Reason).HasMaxLength(CreditHold.ReasonLength);
        hold.Property(h => h.ReleaseReason).HasMaxLength(CreditHold.ReasonLength);
        hold.Property(h => h.ReleasedAt).IsConcurrencyToken(); // two people release it: the second looks again

        hold.HasIndex(h => h.OrganizationId, "IX_CreditHolds_Standing").HasFilter("\"ReleasedAt\" IS NULL");
        hold.HasOne<Organization>().WithMany().HasForeignKey(h => h.OrganizationId).OnDelete(DeleteBehavior.Restrict);
        hold.HasOne<AppUser>().WithMany().HasForeignKey(h => h.PlacedById).OnDelete(DeleteBehavior.Restrict);
        hold.HasOne<AppUser>().WithMany().HasForeignKey(h => h.ReleasedById).OnDelete(DeleteBehavior.Restrict);
        hold.ToTable("CreditHolds", table => table.HasCheckConstraint(
            "CK_CreditHolds_Released", "(\"ReleasedAt\" IS NULL) = (\"ReleasedById\" IS NULL) AND (\"ReleasedAt\" IS NULL) = (\"ReleaseReason\" IS NULL)"));
    }
}
