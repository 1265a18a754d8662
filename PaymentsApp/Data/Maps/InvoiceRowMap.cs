using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PaymentsApp.Domain;

namespace PaymentsApp.Data.Maps;

internal sealed class InvoiceRowMap : IEntityTypeConfiguration<InvoiceRow>
{
    public void Configure(EntityTypeBuilder<InvoiceRow> row)
    {
        row.Property(r => r.Description).HasMaxLength(300);
        row.Property(r => r.Issue).HasMaxLength(100);
        row.Property(r => r.Product).HasMaxLength(100);
        row.HasIndex(r => new { r.InvoiceId, r.LineNumber }).IsUnique();
        row.HasIndex(r => new { r.Issue, r.InvoiceId }).HasFilter("\"Issue\" IS NOT NULL"); // who is booked in an issue
    }
}
