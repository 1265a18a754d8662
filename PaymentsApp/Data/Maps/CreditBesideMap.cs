using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PaymentsApp.Domain;

namespace PaymentsApp.Data.Maps;

internal sealed class CreditBesideMap : IEntityTypeConfiguration<CreditBeside>
{
    public void Configure(EntityTypeBuilder<CreditBeside> beside)
    {
        beside.HasKey(b => new { b.PaymentId, b.FactId });
        beside.Property(b => b.Kind).HasConversion<string>().HasMaxLength(20);
        beside.HasOne<Payment>().WithMany().HasForeignKey(b => b.PaymentId).OnDelete(DeleteBehavior.Restrict);
        beside.ToTable("CreditsBeside");
    }
}
