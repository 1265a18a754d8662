using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PaymentsApp.Domain;

namespace PaymentsApp.Data.Maps;

internal sealed class AllocationMap : IEntityTypeConfiguration<Allocation>
{
    public void Configure(EntityTypeBuilder<Allocation> allocation)
    {
        allocation.Property(a => a.Id).ValueGeneratedNever();
        allocation.Property(a => a.Currency).IsCurrency();
        allocation.Ignore(a => a.Amount);

        // The currency is part of both keys: an allocation cannot tie a payment to an invoice of another currency.
        allocation.HasOne<Payment>().WithMany()
            .HasForeignKey(a => new { a.PaymentId, a.Currency }).HasPrincipalKey(p => new { p.Id, p.Currency })
            .OnDelete(DeleteBehavior.Restrict);
        allocation.HasOne<Invoice>().WithMany()
            .HasForeignKey(a => new { a.InvoiceId, a.Currency }).HasPrincipalKey(i => new { i.Id, i.Currency })
            .OnDelete(DeleteBehavior.Restrict);
        allocation.HasOne<AppUser>().WithMany().HasForeignKey(a => a.RecordedById).OnDelete(DeleteBehavior.Restrict);

        allocation.ToTable(table => table.HasCheckConstraint("CK_Allocations_Amount", "\"AmountMinor\" > 0"));
    }
}
