using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PaymentsApp.Domain;

namespace PaymentsApp.Data.Maps;

internal sealed class OrganizationNamePartMap : IEntityTypeConfiguration<OrganizationNamePart>
{
    public void Configure(EntityTypeBuilder<OrganizationNamePart> part)
    {
        part.HasKey(p => new { p.Part, p.OrganizationId });
        part.Property(p => p.Part).HasMaxLength(OrganizationNamePart.LengthMax);
        part.HasIndex(p => p.OrganizationId);
        part.HasOne<Organization>().WithMany().HasForeignKey(p => p.OrganizationId).OnDelete(DeleteBehavior.Cascade);
    }
}
