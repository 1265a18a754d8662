using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PaymentsApp.Domain;

namespace PaymentsApp.Data.Maps;

internal sealed class PaymentTypeMap : IEntityTypeConfiguration<PaymentType>
{
    public void Configure(EntityTypeBuilder<PaymentType> type)
    {
        type.Property(t => t.Name).HasMaxLength(PaymentType.NameLength);
        type.Property(t => t.Kind).HasConversion<string>().HasMaxLength(30);
        type.HasIndex(t => t.Name).IsUnique();
    }
}
