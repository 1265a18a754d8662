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

        organization.HasIndex(o => o.CustomerNumber).IsUnique();
        organization.HasIndex(o => new { o.SearchName, o.Id });
        organization.HasIndex(o => new { o.OwnerId, o.SearchName, o.Id });
        organization.HasIndex(o => o.PayerId);

        organization.HasOne<Organization>().WithMany().HasForeignKey(o => o.PayerId).OnDelete(DeleteBehavior.Restrict);
        organization.HasOne<AppUser>().WithMany().HasForeignKey(o => o.OwnerId).OnDelete(DeleteBehavior.Restrict);
        organization.HasMany(o => o.Contacts).WithOne().HasForeignKey(c => c.OrganizationId).OnDelete(DeleteBehavior.Cascade);

        organization.ToTable(table => table.HasCheckConstraint("CK_Organizations_OwnPayer", "\"PayerId\" IS NULL OR \"PayerId\" <> \"Id\""));
    }
}
