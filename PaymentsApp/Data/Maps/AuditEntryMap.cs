using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PaymentsApp.Domain;

namespace PaymentsApp.Data.Maps;

internal sealed class AuditEntryMap : IEntityTypeConfiguration<AuditEntry>
{
    public void Configure(EntityTypeBuilder<AuditEntry> entry)
    {
        entry.HasKey(e => e.Seq);
        entry.Property(e => e.Seq).ValueGeneratedNever();
        entry.Property(e => e.ActorId).HasMaxLength(450);
        entry.Property(e => e.Action).HasMaxLength(50);
        entry.Property(e => e.Entity).HasMaxLength(50);
        entry.Property(e => e.EntityId).HasMaxLength(450);
        entry.Property(e => e.PrevHash).HasMaxLength(64);
        entry.Property(e => e.Hash).HasMaxLength(64);

        // Two writers cannot extend the same end of the chain.
        entry.HasIndex(e => e.PrevHash).IsUnique();
        entry.HasIndex(e => new { e.Entity, e.EntityId, e.Seq });
        entry.HasIndex(e => new { e.OrganizationId, e.Seq });
        entry.HasIndex(e => new { e.ActorId, e.Seq });
    }
}
