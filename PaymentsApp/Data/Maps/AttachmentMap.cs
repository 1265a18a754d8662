using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PaymentsApp.Domain;

namespace PaymentsApp.Data.Maps;

internal sealed class AttachmentMap : IEntityTypeConfiguration<Attachment>
{
    public void Configure(EntityTypeBuilder<Attachment> attachment)
    {
        attachment.Property(a => a.Id).ValueGeneratedNever();
        attachment.Property(a => a.FileName).HasMaxLength(Attachment.FileNameLength);
        attachment.Property(a => a.Kind).HasConversion<string>().HasMaxLength(10);
        attachment.Property(a => a.Sha256).HasMaxLength(64);

        attachment.HasIndex(a => new { a.PaymentId, a.Sha256 }).IsUnique();
        attachment.HasOne<Payment>().WithMany().HasForeignKey(a => a.PaymentId).OnDelete(DeleteBehavior.Restrict);
        attachment.HasOne<AppUser>().WithMany().HasForeignKey(a => a.RecordedById).OnDelete(DeleteBehavior.Restrict);

        attachment.ToTable(table => table.HasCheckConstraint("CK_Attachments_Length", $"\"Length\" > 0 AND \"Length\" <= {Attachment.BytesMax}"));
    }
}
