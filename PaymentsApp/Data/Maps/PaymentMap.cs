using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PaymentsApp.Domain;

namespace PaymentsApp.Data.Maps;

internal sealed class PaymentMap : IEntityTypeConfiguration<Payment>
{
    public void Configure(EntityTypeBuilder<Payment> payment)
    {
        payment.Property(p => p.Id).ValueGeneratedNever();
        payment.Property(p => p.Currency).IsCurrency();
        payment.Property(p => p.UnappliedMinor)
            .IsKeptByDatabase("\"AmountMinor\" + \"AdjustedMinor\" - \"AllocatedMinor\" - \"WithdrawnMinor\" - \"RefundedMinor\"");
        payment.Property(p => p.Version).IsConcurrencyToken();
        payment.Property(p => p.Reference).HasMaxLength(RegisterPayment.ReferenceLength);
        payment.Property(p => p.ReferenceKey).HasMaxLength(RegisterPayment.ReferenceLength);
        payment.Property(p => p.Memo).HasMaxLength(RegisterPayment.MemoLength);
        payment.Property(p => p.Fingerprint).HasMaxLength(64);
        payment.Ignore(p => p.Amount).Ignore(p => p.Unapplied).Ignore(p => p.IsReversed);

        payment.HasAlternateKey(p => new { p.Id, p.Currency });
        payment.HasIndex(p => p.Number).IsUnique();
        payment.HasIndex(p => new { p.ReceivedOn, p.Number });
        payment.HasIndex(p => new { p.AmountMinor, p.Number });
        payment.HasIndex(p => new { p.PayerId, p.ReceivedOn, p.Number });
        payment.HasIndex(p => new { p.PayerId, p.Number });
        payment.HasIndex(p => new { p.ReferenceKey, p.Number, p.ReceivedOn, p.AmountMinor }); // what a search finds is sorted without reading the payments
        payment.HasIndex(p => new { p.PaymentTypeId, p.ReceivedOn, p.Number });
        payment.HasIndex(p => new { p.PayerId, p.Number }, "IX_Payments_Unapplied").HasFilter("\"UnappliedMinor\" > 0");
        payment.HasIndex(p => new { p.ReceivedOn, p.Number }, "IX_Payments_Unapplied_ReceivedOn").HasFilter("\"UnappliedMinor\" > 0");
        payment.HasIndex(p => new { p.AmountMinor, p.Number }, "IX_Payments_Unapplied_Amount").HasFilter("\"UnappliedMinor\" > 0");
        payment.HasIndex(p => p.Number, "IX_Payments_Unapplied_Number").HasFilter("\"UnappliedMinor\" > 0");

        payment.HasIndex(p => p.ReplacesPaymentId).IsUnique(); // a payment is corrected once, then its correction is

        payment.HasOne<Payment>().WithMany().HasForeignKey(p => p.ReplacesPaymentId).OnDelete(DeleteBehavior.Restrict);
        payment.HasOne<Invoice>().WithMany().HasForeignKey(p => p.MeantForInvoiceId).OnDelete(DeleteBehavior.Restrict);
        payment.HasOne<Organization>().WithMany().HasForeignKey(p => p.PayerId).OnDelete(DeleteBehavior.Restrict);
        payment.HasOne<PaymentType>().WithMany().HasForeignKey(p => p.PaymentTypeId).OnDelete(DeleteBehavior.Restrict);
        payment.HasOne<AppUser>().WithMany().HasForeignKey(p => p.RecordedById).OnDelete(DeleteBehavior.Restrict);

        payment.ToTable(table =>
        {
            table.HasCheckConstraint("CK_Payments_Amount", $"\"AmountMinor\" > 0 AND \"AmountMinor\" <= {RegisterPayment.LargestAmountMinor}");
            table.HasCheckConstraint(
                "CK_Payments_Balance",
                "\"AdjustedMinor\" >= 0 AND \"AllocatedMinor\" >= 0 AND \"WithdrawnMinor\" >= 0 AND \"RefundedMinor\" >= 0 "
                + "AND \"AllocatedMinor\" + \"WithdrawnMinor\" + \"RefundedMinor\" <= \"AmountMinor\" + \"AdjustedMinor\"");
        });
    }
}
