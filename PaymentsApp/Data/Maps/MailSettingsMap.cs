using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PaymentsApp.Domain;

namespace PaymentsApp.Data.Maps;

internal sealed class MailSettingsMap : IEntityTypeConfiguration<MailSettings>
{
    public void Configure(EntityTypeBuilder<MailSettings> settings)
    {
        settings.Property(s => s.Id).ValueGeneratedNever();
        settings.Property(s => s.Host).HasMaxLength(253);
        settings.Property(s => s.UserName).HasMaxLength(254);
        settings.Property(s => s.SenderName).HasMaxLength(100);
        settings.Property(s => s.SenderAddress).HasMaxLength(MailAddresses.LengthMax);
        settings.Property(s => s.ReplyTo).HasMaxLength(MailAddresses.LengthMax);
        settings.ToTable("MailSettings", table => table.HasCheckConstraint("CK_MailSettings_OnlyRow", $"\"Id\" = {MailSettings.OnlyId}"));
    }
}
