using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PaymentsApp.Domain;

namespace PaymentsApp.Data.Maps;

internal sealed class LedgerAccountNumberMap : IEntityTypeConfiguration<LedgerAccountNumber>
{
    public void Configure(EntityTypeBuilder<LedgerAccountNumber> number)
    {
        number.HasKey(n => n.Account);
        number.Property(n => n.Account).HasConversion<string>().HasMaxLength(30);
        number.Property(n => n.Number).HasMaxLength(LedgerAccountNumber.NumberLength);
        number.Property(n => n.Name).HasMaxLength(LedgerAccountNumber.NameLength);
    }
}
