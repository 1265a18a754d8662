using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PaymentsApp.Domain;

namespace PaymentsApp.Data.Maps;

internal sealed class AttachmentContentMap : IEntityTypeConfiguration<AttachmentContent>
{
    public void Configure(EntityTypeBuilder<AttachmentContent> content)
    {
        content.Property(c => c.Id).ValueGeneratedNever();
        content.HasOne<Attachment>().WithOne().HasForeignKey<AttachmentContent>(c => c.Id).OnDelete(DeleteBehavior.Restrict);
    }
}
