using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PaymentsApp.Domain;

namespace PaymentsApp.Data.Maps;

internal sealed class KeptBankLineMap : IEntityTypeConfiguration<KeptBankLine>
{
    public void Configure(EntityTypeBuilder<KeptBankLine> line)
    {
        line.ToTable("BankLines");
        line.Property(l => l.Id).ValueGeneratedNever();
        line.Property(l => l.Currency).IsCurrency();
        line.Property(l => l.State).HasConversion<string>().HasMaxLength(20);
        line.Property(l => l.RulesVersion).HasMaxLength(20);
        line.Property(l => l.Version).IsConcurrencyToken();
        line.Ignore(l => l.Amount);
        line.HasIndex(l => new { l.StatementId, l.Position }).IsUnique();
        line.HasIndex(l => new { l.StatementId, l.State, l.Position });
        line.HasIndex(l => l.PaymentId).IsUnique();

        // Almost all lines are claimed by nobody.
        line.HasIndex(l => l.ClaimedById).HasFilter("\"ClaimedById\" IS NOT NULL");
        line.HasOne<KeptBankStatement>().WithMany().HasForeignKey(l => l.StatementId).OnDelete(DeleteBehavior.Restrict);
        line.HasOne<AppUser>().WithMany().HasForeignKey(l => l.DecidedById).OnDelete(DeleteBehavior.Restrict);
        line.HasOne<AppUser>().WithMany().HasForeignKey(l => l.ClaimedById).OnDelete(DeleteBehavior.Restrict);
    }
}
