using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PaymentsApp.Domain;

namespace PaymentsApp.Data.Maps;

internal sealed class BankAccountMap : IEntityTypeConfiguration<BankAccount>
{
    public void Configure(EntityTypeBuilder<BankAccount> account)
    {
        account.Property(a => a.Name).HasMaxLength(BankAccount.NameLength);
        account.Property(a => a.MaskedNumber).HasMaxLength(BankAccount.MaskedNumberLength);
        account.Property(a => a.Currency).IsCurrency();
        account.Property(a => a.HowToPay).HasMaxLength(BankAccount.HowToPayLength);
        account.Ignore(a => a.Title);
        account.ToTable("BankAccounts");
    }
}
