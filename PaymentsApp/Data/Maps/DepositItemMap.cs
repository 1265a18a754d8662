using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PaymentsApp.Domain;

namespace PaymentsApp.Data.Maps;

internal sealed class DepositItemMap : IEntityTypeConfiguration<DepositItem>
{
    public void Configure(EntityTypeBuilder<DepositItem> item)
    {
        item.HasKey(i => i.PaymentId);
        item.Property(i => i.PaymentId).ValueGeneratedNever();
        item.Property(i => i.Currency).IsCurrency();
        item.HasOne<Deposit>().WithMany()
            .HasForeignKey(i => new { i.DepositId, i.Currency }).HasPrincipalKey(d => new { d.Id, d.Currency }).OnDelete(DeleteBehavior.Restrict);
        item.HasOne<Payment>().WithMany()
            .HasForeignKey(i => new { i.PaymentId, i.Currency }).HasPrincipalKey(p => new { p.Id, p.Currency }).OnDelete(DeleteBehavior.Restrict);
        item.ToTable("DepositItems");
    }
}
