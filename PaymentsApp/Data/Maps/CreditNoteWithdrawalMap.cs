using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PaymentsApp.Domain;

namespace PaymentsApp.Data.Maps;

internal sealed class CreditNoteWithdrawalMap : IEntityTypeConfiguration<CreditNoteWithdrawal>
{
    public void Configure(EntityTypeBuilder<CreditNoteWithdrawal> withdrawal)
    {
        withdrawal.Property(w => w.Id).ValueGeneratedNever();
        withdrawal.Property(w => w.Kind).HasConversion<string>().HasMaxLength(20);
        withdrawal.Property(w => w.Currency).IsCurrency();
        withdrawal.Property(w => w.Reference).HasMaxLength(RegisterPayment.ReferenceLength);
        withdrawal.Property(w => w.Reason).HasMaxLength(300);
        withdrawal.Ignore(w => w.Amount);

        withdrawal.HasOne<CreditNote>().WithMany()
            .HasForeignKey(w => new { w.CreditNoteId, w.Currency }).HasPrincipalKey(n => new { n.Id, n.Currency })
            .OnDelete(DeleteBehavior.Restrict);
        withdrawal.HasOne<PaymentType>().WithMany().HasForeignKey(w => w.PaymentTypeId).OnDelete(DeleteBehavior.Restrict);
        withdrawal.HasOne<CreditNoteWithdrawal>().WithMany().HasForeignKey(w => w.ReversesId).OnDelete(DeleteBehavior.Restrict);
        withdrawal.HasOne<AppUser>().WithMany().HasForeignKey(w => w.RecordedById).OnDelete(DeleteBehavior.Restrict);
        withdrawal.HasOne<AppUser>().WithMany().HasForeignKey(w => w.ApprovedById).OnDelete(DeleteBehavior.Restrict);
        withdrawal.HasIndex(w => w.ReversesId).IsUnique();

        withdrawal.ToTable("CreditNoteWithdrawals", table =>
        {
            table.HasCheckConstraint("CK_CreditNoteWithdrawals_Amount", "\"AmountMinor\" > 0");
            table.HasCheckConstraint("CK_CreditNoteWithdrawals_Reversal", "(\"Kind\" = 'Reversal') = (\"ReversesId\" IS NOT NULL)");
            table.HasCheckConstraint(
                "CK_CreditNoteWithdrawals_Refund",
                "(\"Kind\" = 'Refund') = (\"PaymentTypeId\" IS NOT NULL) AND (\"Kind\" = 'Refund') = (\"ApprovedById\" IS NOT NULL)");
            table.HasCheckConstraint("CK_CreditNoteWithdrawals_TwoPeople", "\"ApprovedById\" IS NULL OR \"ApprovedById\" <> \"RecordedById\"");
        });
    }
}
