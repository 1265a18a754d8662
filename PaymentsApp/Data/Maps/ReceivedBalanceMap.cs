using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PaymentsApp.Domain;

namespace PaymentsApp.Data.Maps;

internal sealed class ReceivedBalanceMap : IEntityTypeConfiguration<ReceivedBalance>
{
    public void Configure(EntityTypeBuilder<ReceivedBalance> balance)
    {
        balance.HasKey(b => new { b.ReceivedOn, b.Currency });
        balance.Property(b => b.Currency).IsCurrency();
        balance.ToTable(table => table.HasCheckConstraint("CK_ReceivedBalances", "\"ReceivedMinor\" >= 0 AND \"UnappliedMinor\" >= 0"));
    }
}
