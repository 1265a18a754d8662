using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PaymentsApp.Domain;

namespace PaymentsApp.Data.Maps;

internal sealed class RoleLimitMap : IEntityTypeConfiguration<RoleLimit>
{
    public void Configure(EntityTypeBuilder<RoleLimit> limit)
    {
        limit.HasKey(l => l.Role);
        limit.Property(l => l.Role).HasMaxLength(30);
        limit.ToTable(table => table.HasCheckConstraint("CK_RoleLimits_Amounts", "\"LargestWriteOffMinor\" >= 0 AND \"LargestDiscountMinor\" >= 0"));
    }
}
