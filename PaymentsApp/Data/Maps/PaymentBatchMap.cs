using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PaymentsApp.Domain;

namespace PaymentsApp.Data.Maps;

internal sealed class PaymentBatchMap : IEntityTypeConfiguration<PaymentBatch>
{
    public void Configure(EntityTypeBuilder<PaymentBatch> batch)
    {
        batch.Property(b => b.Id).ValueGeneratedNever();
        batch.Property(b => b.Currency).IsCurrency();
        batch.Property(b => b.Version).IsConcurrencyToken();
        batch.HasIndex(b => new { b.PostedAt, b.ChangedAt });
        batch.HasOne<AppUser>().WithMany().HasForeignKey(b => b.StartedById).OnDelete(DeleteBehavior.Restrict);
        batch.HasOne<AppUser>().WithMany().HasForeignKey(b => b.ChangedById).OnDelete(DeleteBehavior.Restrict);
        batch.HasOne<AppUser>().WithMany().HasForeignKey(b => b.PostingById).OnDelete(DeleteBehavior.Restrict);
        batch.ToTable("PaymentBatches", table => table.HasCheckConstraint(
            "CK_PaymentBatches_Posting", "(\"PostingById\" IS NULL) = (\"PostingUntil\" IS NULL) AND (\"PostedAt\" IS NULL OR \"PostingById\" IS NULL)"));
    }
}
