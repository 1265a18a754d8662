using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PaymentsApp.Domain;

namespace PaymentsApp.Data.Maps;

internal sealed class MailingMap : IEntityTypeConfiguration<Mailing>
{
    public void Configure(EntityTypeBuilder<Mailing> mailing)
    {
        mailing.Property(m => m.Id).ValueGeneratedNever();
        mailing.Property(m => m.Name).HasMaxLength(Mailing.NameLength);
        mailing.HasIndex(m => m.CreatedAt);
        mailing.HasOne<InvoiceBatch>().WithMany().HasForeignKey(m => m.BatchId).OnDelete(DeleteBehavior.Restrict);
        mailing.HasOne<AppUser>().WithMany().HasForeignKey(m => m.CreatedById).OnDelete(DeleteBehavior.Restrict);
        mailing.ToTable("Mailings");
    }
}
