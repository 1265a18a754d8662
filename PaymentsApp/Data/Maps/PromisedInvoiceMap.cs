using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PaymentsApp.Domain;

namespace PaymentsApp.Data.Maps;

internal sealed class PromisedInvoiceMap : IEntityTypeConfiguration<PromisedInvoice>
{
    public void Configure(EntityTypeBuilder<PromisedInvoice> promised)
    {
        promised.HasKey(p => new { p.PromiseId, p.InvoiceId });
        promised.HasIndex(p => p.InvoiceId);
        promised.HasOne<Invoice>().WithMany().HasForeignKey(p => p.InvoiceId).OnDelete(DeleteBehavior.Restrict);
        promised.ToTable("PromisedInvoices");
    }
}
