using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PaymentsApp.Domain;

namespace PaymentsApp.Data.Maps;

internal sealed class LedgerHeadMap : IEntityTypeConfiguration<LedgerHead>
{
    public void Configure(EntityTypeBuilder<LedgerHead> head)
    {
        head.ToTable("LedgerHead", table => table.HasCheckConstraint("CK_LedgerHead_OnlyRow", $"\"Id\" = {LedgerHead.OnlyId}"));
        head.Property(h => h.Id).ValueGeneratedNever();
        head.Property(h => h.AuditHash).HasMaxLength(64);
        head.HasData(new LedgerHead());
    }
}
