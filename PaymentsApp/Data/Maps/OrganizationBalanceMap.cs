using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PaymentsApp.Domain;

namespace PaymentsApp.Data.Maps;

internal sealed class OrganizationBalanceMap : IEntityTypeConfiguration<OrganizationBalance>
{
    public void Configure(EntityTypeBuilder<OrganizationBalance> balance)
    {
        balance.HasKey(b => new { b.OrganizationId, b.Currency });
        balance.Property(b => b.Currency).IsCurrency();
        balance.HasIndex(b => new { b.OutstandingMinor, b.OrganizationId });
        balance.HasIndex(b => new { b.Currency, b.OutstandingMinor, b.OrganizationId });
        balance.HasOne<Organization>().WithMany().HasForeignKey(b => b.OrganizationId).OnDelete(DeleteBehavior.Restrict);
        balance.ToTable(table => table.HasCheckConstraint("CK_OrganizationBalances", "\"OutstandingMinor\" >= 0 AND \"OpenCount\" >= 0"));
    }
}
