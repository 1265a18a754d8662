using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PaymentsApp.Domain;

namespace PaymentsApp.Data.Maps;

internal sealed class KeptBankStatementMap : IEntityTypeConfiguration<KeptBankStatement>
{
    public void Configure(EntityTypeBuilder<KeptBankStatement> statement)
    {
        statement.ToTable("BankStatements");
        statement.Property(s => s.Id).ValueGeneratedNever();
        statement.Property(s => s.Currency).IsCurrency();
        statement.HasIndex(s => new { s.FileId, s.Position }).IsUnique();
        statement.HasOne<KeptBankFile>().WithMany().HasForeignKey(s => s.FileId).OnDelete(DeleteBehavior.Restrict);
        statement.HasOne<BankAccount>().WithMany().HasForeignKey(s => s.BankAccountId).OnDelete(DeleteBehavior.Restrict);
    }
}
