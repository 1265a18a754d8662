using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PaymentsApp.Domain;

namespace PaymentsApp.Data.Maps;

internal sealed class BankAliasMap : IEntityTypeConfiguration<BankAlias>
{
    public void Configure(EntityTypeBuilder<BankAlias> alias)
    {
        alias.ToTable("BankAliases");
        alias.HasKey(a => new { a.Kind, a.Key, a.OrganizationId });
        alias.Property(a => a.Kind).HasMaxLength(10);
        alias.Property(a => a.Key).HasMaxLength(BankAlias.KeyLength);
        alias.HasOne<Organization>().WithMany().HasForeignKey(a => a.OrganizationId).OnDelete(DeleteBehavior.Restrict);
    }
}
