using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PaymentsApp.Domain;

namespace PaymentsApp.Data.Maps;

internal sealed class ReturnedPaymentMap : IEntityTypeConfiguration<ReturnedPayment>
{
    public void Configure(EntityTypeBuilder<ReturnedPayment> returned)
    {
        returned.Property(r => r.Id).ValueGeneratedNever();
        returned.Property(r => r.ReturnCode).HasMaxLength(10);
        returned.Property(r => r.Currency).IsCurrency();
        returned.Property(r => r.Note).HasMaxLength(RegisterPayment.MemoLength);
        returned.Ignore(r => r.BankFee);

        returned.HasIndex(r => r.PaymentId).IsUnique();
        returned.HasIndex(r => r.ReturnedOn);
        returned.HasOne<Reversal>().WithMany().HasForeignKey(r => r.Id).OnDelete(DeleteBehavior.Restrict);
        returned.HasOne<Payment>().WithMany()
            .HasForeignKey(r => new { r.PaymentId, r.Currency }).HasPrincipalKey(p => new { p.Id, p.Currency })
            .OnDelete(DeleteBehavior.Restrict);
        returned.HasOne<Invoice>().WithMany().HasForeignKey(r => r.CustomerFeeInvoiceId).OnDelete(DeleteBehavior.Restrict);
        returned.HasOne<AppUser>().WithMany().HasForeignKey(r => r.RecordedById).OnDelete(DeleteBehavior.Restrict);

        returned.ToTable("ReturnedPayments", table => table.HasCheckConstraint("CK_ReturnedPayments_BankFee", "\"BankFeeMinor\" >= 0"));
    }
}
