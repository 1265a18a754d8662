using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PaymentsApp.Domain;

namespace PaymentsApp.Data.Maps;

internal sealed class CompanyDetailsMap : IEntityTypeConfiguration<CompanyDetails>
{
    public void Configure(EntityTypeBuilder<CompanyDetails> details)
    {
        details.Property(d => d.Id).ValueGeneratedNever();
        details.Property(d => d.Address).HasMaxLength(CompanyDetails.AddressLength);
        details.Property(d => d.Email).HasMaxLength(CompanyDetails.LineLength);
        details.Property(d => d.Phone).HasMaxLength(CompanyDetails.LineLength);
        details.Property(d => d.TaxNumber).HasMaxLength(CompanyDetails.LineLength);
        details.Property(d => d.Web).HasMaxLength(CompanyDetails.LineLength);
        details.Property(d => d.HowToPay).HasMaxLength(CompanyDetails.HowToPayLength);
        details.Property(d => d.Paper).HasConversion<string>().HasMaxLength(10);
        details.ToTable("CompanyDetails", table => table.HasCheckConstraint("CK_CompanyDetails_OnlyRow", $"\"Id\" = {CompanyDetails.OnlyId}"));
    }
}
