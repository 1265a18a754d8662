using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PaymentsApp.Domain;

namespace PaymentsApp.Data.Maps;

internal sealed class DepositMap : IEntityTypeConfiguration<Deposit>
{
    public void Configure(EntityTypeBuilder<Deposit> deposit)
    {
        deposit.Property(d => d.Id).ValueGeneratedNever();
        deposit.Property(d => d.Currency).IsCurrency();
        deposit.Property(d => d.ClosedAt).IsConcurrencyToken(); // two people close it: the second looks again
        deposit.HasAlternateKey(d => new { d.Id, d.Currency });
        deposit.HasIndex(d => d.DepositedOn);
        deposit.HasOne<BankAccount>().WithMany().HasForeignKey(d => d.BankAccountId).OnDelete(DeleteBehavior.Restrict);
        deposit.HasOne<AppUser>().WithMany().HasForeignKey(d => d.RecordedById).OnDelete(DeleteBehavior.Restrict);
        deposit.HasOne<AppUser>().WithMany().HasForeignKey(d => d.ClosedById).OnDelete(DeleteBehavior.Restrict);
        deposit.ToTable("Deposits", table => table.HasCheckConstraint(
            "CK_Deposits_Closed", "(\"ClosedAt\" IS NULL) = (\"ClosedById\" IS NULL) AND (\"ClosedAt\" IS NULL) = (\"ClosedTotalMinor\" IS NULL)"));
    }
}
