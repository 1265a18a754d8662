using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PaymentsApp.Domain;

namespace PaymentsApp.Data.Maps;

internal sealed class ReversalMap : IEntityTypeConfiguration<Reversal>
{
    public void Configure(EntityTypeBuilder<Reversal> reversal)
    {
        reversal.Property(r => r.Id).ValueGeneratedNever();
        reversal.Property(r => r.Reason).HasMaxLength(300);

        reversal.HasOne<Allocation>().WithMany().HasForeignKey(r => r.AllocationId).OnDelete(DeleteBehavior.Restrict);
        reversal.HasOne<Adjustment>().WithMany().HasForeignKey(r => r.AdjustmentId).OnDelete(DeleteBehavior.Restrict);
        reversal.HasOne<Payment>().WithMany().HasForeignKey(r => r.PaymentId).OnDelete(DeleteBehavior.Restrict);
        reversal.HasOne<Refund>().WithMany().HasForeignKey(r => r.RefundId).OnDelete(DeleteBehavior.Restrict);
        reversal.HasOne<AppUser>().WithMany().HasForeignKey(r => r.RecordedById).OnDelete(DeleteBehavior.Restrict);
        reversal.HasIndex(r => r.AllocationId).IsUnique();
        reversal.HasIndex(r => r.AdjustmentId).IsUnique();
        reversal.HasIndex(r => r.PaymentId).IsUnique();
        reversal.HasIndex(r => r.RefundId).IsUnique();

        reversal.ToTable(table =>
        {
            table.HasCheckConstraint("CK_Reversals_Reason", "length(\"Reason\") >= 1");
            table.HasCheckConstraint(
                "CK_Reversals_Target",
                "(CASE WHEN \"AllocationId\" IS NULL THEN 0 ELSE 1 END) + (CASE WHEN \"AdjustmentId\" IS NULL THEN 0 ELSE 1 END) "
                + "+ (CASE WHEN \"PaymentId\" IS NULL THEN 0 ELSE 1 END) + (CASE WHEN \"RefundId\" IS NULL THEN 0 ELSE 1 END) = 1");
        });
    }
}
