using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PaymentsApp.Domain;

namespace PaymentsApp.Data.Maps;

internal sealed class DueBalanceMap : IEntityTypeConfiguration<DueBalance>
{
    public void Configure(EntityTypeBuilder<DueBalance> balance)
    {
        balance.HasKey(b => new { b.Currency, b.DueOn });
        balance.Property(b => b.Currency).IsCurrency();
        balance.ToTable(table => table.HasCheckConstraint("CK_DueBalances", "\"OutstandingMinor\" >= 0 AND \"OpenCount\" >= 0"));
    }
}
