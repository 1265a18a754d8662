using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PaymentsApp.Domain;

namespace PaymentsApp.Data.Maps;

internal sealed class RefundMap : IEntityTypeConfiguration<Refund>
{
    public void Configure(EntityTypeBuilder<Refund> refund)
    {
        refund.Property(r => r.Id).ValueGeneratedNever();
        refund.Property(r => r.Currency).IsCurrency();
        refund.Property(r => r.Reference).HasMaxLength(RegisterPayment.ReferenceLength);
        refund.Property(r => r.Reason).HasMaxLength(300);
        refund.Ignore(r => r.Amount);

        refund.HasOne<Payment>().WithMany()
            .HasForeignKey(r => new { r.PaymentId, r.Currency }).HasPrincipalKey(p => new { p.Id, p.Currency })
            .OnDelete(DeleteBehavior.Restrict);
        refund.HasOne<PaymentType>().WithMany().HasForeignKey(r => r.PaymentTypeId).OnDelete(DeleteBehavior.Restrict);
        refund.HasOne<AppUser>().WithMany().HasForeignKey(r => r.RecordedById).OnDelete(DeleteBehavior.Restrict);
        refund.HasOne<AppUser>().WithMany().HasForeignKey(r => r.ApprovedById).OnDelete(DeleteBehavior.Restrict);

        refund.ToTable(table =>
        {
            table.HasCheckConstraint("CK_Refunds_Amount", "\"AmountMinor\" > 0");
            table.HasCheckConstraint("CK_Refunds_TwoPeople", "\"ApprovedById\" <> \"RecordedById\"");
        });
    }
}
