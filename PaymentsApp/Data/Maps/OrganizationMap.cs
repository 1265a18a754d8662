using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PaymentsApp.Domain;

namespace PaymentsApp.Data.Maps;

internal sealed class OrganizationMap : IEntityTypeConfiguration<Organization>
{
    public void Configure(EntityTypeBuilder<Organization> organization)
    {
        organization.Property(o => o.CustomerNumber).HasMaxLength(50);
        organization.Property(o => o.Name).HasMaxLength(200);
        organization.Property(o => o.SearchName).HasMaxLength(400);
        organization.Property(o => o.Currency).IsCurrency();

        organization.Property(o => o.AllocationPolicy).HasConversion<string>().HasMaxLength(20).HasDefaultValue(AllocationPolicy.ExactFirst).HasSentinel(AllocationPolicy.ExactFirst);

        organization.HasIndex(o => o.CustomerNumber).IsUnique();
        organization.HasIndex(o => new { o.SearchName, o.Id });
        organization.HasIndex(o => new { o.OwnerId, o.SearchName, o.Id });
        organization.HasIndex(o => o.PayerId);

        organization.HasOne<Organization>().WithMany().HasForeignKey(o => o.PayerId).OnDelete(DeleteBehavior.Restrict);
        organization.HasOne<AppUser>().WithMany().HasForeignKey(o => o.OwnerId).OnDelete(DeleteBehavior.Restrict);
        organization.HasMany(o => o.Contacts).WithOne().HasForeignKey(c => c.OrganizationId).OnDelete(DeleteBehavior.Cascade);

        organization.ToTable(table =>
        {
            table.HasCheckConstraint("CK_Organizations_OwnPayer", "\"PayerId\" IS NULL OR \"PayerId\" <> \"Id\"");
            table.HasCheckConstraint(
                "CK_Organizations_Discount",
                "(\"DiscountBasisPoints\" IS NULL) = (\"DiscountDays\" IS NULL) AND (\"DiscountBasisPoints\" IS NULL OR (\"DiscountBasisPoints\" > 0 AND \"DiscountBasisPoints\" < 10000))");
            table.HasCheckConstraint(
                "CK_Organizations_Commission", "\"CommissionBasisPoints\" IS NULL OR (\"CommissionBasisPoints\" > 0 AND \"CommissionBasisPoints\" < 10000)");
        });
    }
}
