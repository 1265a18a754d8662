using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PaymentsApp.Domain;

namespace PaymentsApp.Data.Maps;

internal sealed class MailInvoiceMap : IEntityTypeConfiguration<MailInvoice>
{
    public void Configure(EntityTypeBuilder<MailInvoice> invoice)
    {
        invoice.HasKey(i => new { i.MailId, i.InvoiceId });
        invoice.HasIndex(i => i.InvoiceId, "IX_MailInvoices_Invoice"); // the one below holds reminders only
        invoice.HasIndex(i => new { i.InvoiceId, i.Level }, "IX_MailInvoices_OncePerLevel").IsUnique()
            .HasFilter("\"Level\" IS NOT NULL AND \"TakenOutAt\" IS NULL");
        invoice.HasOne<Invoice>().WithMany().HasForeignKey(i => i.InvoiceId).OnDelete(DeleteBehavior.Restrict);
        invoice.ToTable("MailInvoices");
    }
}
