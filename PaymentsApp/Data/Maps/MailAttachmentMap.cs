using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PaymentsApp.Domain;

namespace PaymentsApp.Data.Maps;

internal sealed class MailAttachmentMap : IEntityTypeConfiguration<MailAttachment>
{
    public void Configure(EntityTypeBuilder<MailAttachment> attachment)
    {
        attachment.HasKey(a => new { a.MailId, a.Position });
        attachment.Property(a => a.FileName).HasMaxLength(MailAttachment.FileNameLength);
        attachment.Property(a => a.ContentType).HasMaxLength(100);
        attachment.Property(a => a.MadeBy).HasMaxLength(40);
        attachment.Property(a => a.MadeFrom).HasMaxLength(400);
        attachment.ToTable("MailAttachments", table => table.HasCheckConstraint("CK_MailAttachments_Made", "\"Bytes\" IS NOT NULL OR \"MadeBy\" IS NOT NULL"));
    }
}
