using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PaymentsApp.Domain;

namespace PaymentsApp.Data.Maps;

internal sealed class DisputeMessageMap : IEntityTypeConfiguration<DisputeMessage>
{
    public void Configure(EntityTypeBuilder<DisputeMessage> message)
    {
        message.Property(m => m.Id).ValueGeneratedNever();
        message.Property(m => m.Text).HasMaxLength(DisputeMessage.TextLength);
        message.HasIndex(m => new { m.DisputeId, m.WrittenAt });
        message.HasOne<Dispute>().WithMany().HasForeignKey(m => m.DisputeId).OnDelete(DeleteBehavior.Restrict);
        message.HasOne<AppUser>().WithMany().HasForeignKey(m => m.WrittenById).OnDelete(DeleteBehavior.Restrict);
        message.ToTable("DisputeMessages", table => table.HasCheckConstraint("CK_DisputeMessages_Text", "length(\"Text\") >= 1"));
    }
}
