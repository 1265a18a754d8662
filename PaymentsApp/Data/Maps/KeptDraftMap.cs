using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PaymentsApp.Domain;

namespace PaymentsApp.Data.Maps;

internal sealed class KeptDraftMap : IEntityTypeConfiguration<KeptDraft>
{
    public void Configure(EntityTypeBuilder<KeptDraft> draft)
    {
        draft.HasKey(d => d.PaymentId);
        draft.Property(d => d.PaymentId).ValueGeneratedNever();
        draft.HasIndex(d => new { d.UserId, d.KeptAt });
        draft.HasOne<AppUser>().WithMany().HasForeignKey(d => d.UserId).OnDelete(DeleteBehavior.Cascade);
        draft.HasOne<Organization>().WithMany().HasForeignKey(d => d.PayerId).OnDelete(DeleteBehavior.Cascade);
        draft.ToTable("KeptDrafts");
    }
}
