using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PaymentsApp.Domain;

namespace PaymentsApp.Data.Maps;

internal sealed class FollowUpEntryMap : IEntityTypeConfiguration<FollowUpEntry>
{
    public void Configure(EntityTypeBuilder<FollowUpEntry> entry)
    {
        entry.Property(e => e.Id).ValueGeneratedNever();
        entry.Property(e => e.Kind).HasConversion<string>().HasMaxLength(10);
        entry.Property(e => e.Text).HasMaxLength(FollowUpEntry.TextLength);
        entry.Property(e => e.SpokeWith).HasMaxLength(FollowUpEntry.SpokeWithLength);

        entry.HasIndex(e => new { e.OrganizationId, e.WrittenAt });
        entry.HasOne<Organization>().WithMany().HasForeignKey(e => e.OrganizationId).OnDelete(DeleteBehavior.Restrict);
        entry.HasOne<AppUser>().WithMany().HasForeignKey(e => e.WrittenById).OnDelete(DeleteBehavior.Restrict);
        entry.ToTable("FollowUpEntries", table => table.HasCheckConstraint("CK_FollowUpEntries_Text", "\"Kind\" = 'Done' OR length(\"Text\") >= 1"));
    }
}
