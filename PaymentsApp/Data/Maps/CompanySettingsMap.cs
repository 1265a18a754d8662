using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PaymentsApp.Domain;

namespace PaymentsApp.Data.Maps;

internal sealed class CompanySettingsMap : IEntityTypeConfiguration<CompanySettings>
{
    public void Configure(EntityTypeBuilder<CompanySettings> settings)
    {
        settings.Property(s => s.Id).ValueGeneratedNever();
        settings.Property(s => s.CompanyName).HasMaxLength(200);
        settings.Property(s => s.TimeZone).HasMaxLength(100);
        settings.Property(s => s.Currency).IsCurrency();
        settings.Property(s => s.AgingDays).HasMaxLength(20);
        settings.Property(s => s.RowSpread).HasConversion<string>().HasMaxLength(20).HasDefaultValue(RowSpread.FirstRowFirst).HasSentinel(RowSpread.FirstRowFirst);
        settings.Ignore(s => s.Aging);
        settings.ToTable(table => table.HasCheckConstraint("CK_CompanySettings_OnlyRow", $"\"Id\" = {CompanySettings.OnlyId}"));
    }
}
