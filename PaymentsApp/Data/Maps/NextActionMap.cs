using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PaymentsApp.Domain;

namespace PaymentsApp.Data.Maps;

internal sealed class NextActionMap : IEntityTypeConfiguration<NextAction>
{
    public void Configure(EntityTypeBuilder<NextAction> action)
    {
        action.HasKey(a => a.OrganizationId);
        action.Property(a => a.OrganizationId).ValueGeneratedNever();
        action.Property(a => a.Version).IsConcurrencyToken(); // two people deal with it: the second looks again
        action.HasIndex(a => a.DueOn);
        action.HasOne<Organization>().WithMany().HasForeignKey(a => a.OrganizationId).OnDelete(DeleteBehavior.Restrict);
        action.HasOne<AppUser>().WithMany().HasForeignKey(a => a.ForUserId).OnDelete(DeleteBehavior.Restrict);
        action.HasOne<AppUser>().WithMany().HasForeignKey(a => a.HandledById).OnDelete(DeleteBehavior.Restrict);
        action.ToTable("NextActions", table => table.HasCheckConstraint(
            "CK_NextActions_Handled", "(\"HandledAt\" IS NULL) = (\"HandledById\" IS NULL) AND (\"DueOn\" IS NOT NULL OR \"ForUserId\" IS NULL)"));
    }
}
