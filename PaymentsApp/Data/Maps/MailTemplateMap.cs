using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PaymentsApp.Domain;

namespace PaymentsApp.Data.Maps;

internal sealed class MailTemplateMap : IEntityTypeConfiguration<MailTemplate>
{
    public void Configure(EntityTypeBuilder<MailTemplate> template)
    {
        template.HasKey(t => t.Name);
        template.Property(t => t.Name).HasMaxLength(MailTemplate.NameLength);
        template.Property(t => t.Subject).HasMaxLength(OutgoingMail.SubjectLength);
        template.ToTable("MailTemplates");
    }
}
