using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PaymentsApp.Domain;

namespace PaymentsApp.Data.Maps;

internal sealed class KeptBankFileMap : IEntityTypeConfiguration<KeptBankFile>
{
    public void Configure(EntityTypeBuilder<KeptBankFile> file)
    {
        file.ToTable("BankFiles");
        file.Property(f => f.Id).ValueGeneratedNever();
        file.Property(f => f.FileName).HasMaxLength(KeptBankFile.FileNameLength);
        file.Property(f => f.Sha256).HasMaxLength(64);
        file.HasIndex(f => f.Sha256).IsUnique();
        file.HasIndex(f => f.RecordedAt);
        file.HasOne<AppUser>().WithMany().HasForeignKey(f => f.RecordedById).OnDelete(DeleteBehavior.Restrict);
    }
}
