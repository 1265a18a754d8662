using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PaymentsApp.Domain;

namespace PaymentsApp.Data.Maps;

internal sealed class CompanyLogoMap : IEntityTypeConfiguration<CompanyLogo>
{
    public void Configure(EntityTypeBuilder<CompanyLogo> logo)
    {
        logo.Property(l => l.Id).ValueGeneratedNever();
        logo.Property(l => l.Kind).HasConversion<string>().HasMaxLength(10);
        logo.Property(l => l.Sha256).HasMaxLength(64);
        logo.ToTable("CompanyLogo", table => table.HasCheckConstraint("CK_CompanyLogo_OnlyRow", $"\"Id\" = {CompanyLogo.OnlyId}"));
    }
}
