using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PaymentsApp.Domain;

namespace PaymentsApp.Data.Maps;

internal sealed class AdjustmentMap : IEntityTypeConfiguration<Adjustment>
{
    public void Configure(EntityTypeBuilder<Adjustment> adjustment)
    {
        adjustment.Property(a => a.Id).ValueGeneratedNever();
        adjustment.Property(a => a.Kind).HasConversion<string>().HasMaxLength(30);
        adjustment.Property(a => a.Currency).IsCurrency();
        adjustment.Property(a => a.ReasonCode).HasMaxLength(50);
        adjustment.Property(a => a.Note).HasMaxLength(500);
        adjustment.Ignore(a => a.Amount);

        adjustment.HasOne<Payment>().WithMany()
            .HasForeignKey(a => new { a.PaymentId, a.Currency }).HasPrincipalKey(p => new { p.Id, p.Currency })
            .OnDelete(DeleteBehavior.Restrict);
        adjustment.HasOne<Invoice>().WithMany()
            .HasForeignKey(a => new { a.InvoiceId, a.Currency }).HasPrincipalKey(i => new { i.Id, i.Currency })
            .OnDelete(DeleteBehavior.Restrict);
        adjustment.HasOne<CreditNote>().WithMany()
            .HasForeignKey(a => new { a.CreditNoteId, a.Currency }).HasPrincipalKey(n => new { n.Id, n.Currency })
            .OnDelete(DeleteBehavior.Restrict);
        adjustment.HasOne<Payment>().WithMany().HasForeignKey(a => a.MadeWithPaymentId).OnDelete(DeleteBehavior.Restrict);
        adjustment.HasOne<AppUser>().WithMany().HasForeignKey(a => a.RecordedById).OnDelete(DeleteBehavior.Restrict);
        adjustment.HasOne<AppUser>().WithMany().HasForeignKey(a => a.ApprovedById).OnDelete(DeleteBehavior.Restrict);

        adjustment.ToTable(table =>
        {
            table.HasCheckConstraint("CK_Adjustments_Amount", "\"AmountMinor\" > 0");
            table.HasCheckConstraint("CK_Adjustments_CreditNote", "(\"Kind\" = 'CreditNote') = (\"CreditNoteId\" IS NOT NULL)");
            table.HasCheckConstraint("CK_Adjustments_TwoPeople", "\"ApprovedById\" IS NULL OR \"ApprovedById\" <> \"RecordedById\"");
            table.HasCheckConstraint("CK_Adjustments_Target", "(\"InvoiceId\" IS NULL) <> (\"PaymentId\" IS NULL)");
        });
    }
}
