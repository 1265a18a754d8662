using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PaymentsApp.Domain;

namespace PaymentsApp.Data.Maps;

internal sealed class KeptBankFileContentMap : IEntityTypeConfiguration<KeptBankFileContent>
{
    public void Configure(EntityTypeBuilder<KeptBankFileContent> content)
    {
        content.ToTable("BankFileContents");
        content.Property(c => c.Id).ValueGeneratedNever();
        content.HasOne<KeptBankFile>().WithOne().HasForeignKey<KeptBankFileContent>(c => c.Id).OnDelete(DeleteBehavior.Restrict);
    }
}
