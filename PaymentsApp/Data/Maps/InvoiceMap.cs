using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PaymentsApp.Domain;

namespace PaymentsApp.Data.Maps;

internal sealed class InvoiceMap : IEntityTypeConfiguration<Invoice>
{
    /// <summary>The condition of the indexes over open invoices; queries must say it in the same words.</summary>
    private const string IsOpen = "\"OutstandingMinor\" > 0";

    public void Configure(EntityTypeBuilder<Invoice> invoice)
    {
        invoice.Property(i => i.Number).HasMaxLength(50);
        invoice.Property(i => i.NumberKey).HasMaxLength(50);
        invoice.Property(i => i.Currency).IsCurrency();
        invoice.Property(i => i.OutstandingMinor).IsKeptByDatabase("\"TotalMinor\" - \"AllocatedMinor\" - \"AdjustedMinor\"");
        invoice.Property(i => i.Version).IsConcurrencyToken();
        invoice.Ignore(i => i.Total).Ignore(i => i.Outstanding).Ignore(i => i.IsPaid).Ignore(i => i.Status);

        // Facts point at (Id, Currency), so that the database refuses to mix currencies.
        invoice.HasAlternateKey(i => new { i.Id, i.Currency });
        invoice.HasIndex(i => i.NumberKey).IsUnique();
        invoice.HasIndex(i => new { i.OrganizationId, i.IssuedOn, i.Id });
        invoice.HasIndex(i => new { i.IssuedOn, i.Id });
        invoice.HasIndex(i => new { i.DueOn, i.Id });
        invoice.HasIndex(i => new { i.TotalMinor, i.Id });
        invoice.HasIndex(i => i.BatchId);
        // The columns after the id let filters and sums be answered from the index alone.
        invoice.HasIndex(i => new { i.DueOn, i.Id, i.Currency }, "IX_Invoices_Open_DueOn").HasFilter(IsOpen);
        invoice.HasIndex(i => new { i.Currency, i.DueOn, i.Id }, "IX_Invoices_Open_Currency").HasFilter(IsOpen);
        invoice.HasIndex(i => new { i.OrganizationId, i.DueOn, i.Id, i.Currency, i.OutstandingMinor, i.NumberKey }, "IX_Invoices_Open_Organization").HasFilter(IsOpen);
        invoice.HasIndex(i => new { i.OutstandingMinor, i.Id, i.DueOn, i.Currency }, "IX_Invoices_Open_Outstanding").HasFilter(IsOpen);
        invoice.HasIndex(i => new { i.TotalMinor, i.Id, i.DueOn, i.Currency }, "IX_Invoices_Open_Total").HasFilter(IsOpen);
        invoice.HasIndex(i => new { i.IssuedOn, i.Id, i.DueOn, i.Currency }, "IX_Invoices_Open_IssuedOn").HasFilter(IsOpen);
        invoice.HasIndex(i => new { i.NumberKey, i.Id, i.DueOn, i.Currency }, "IX_Invoices_Open_Number").HasFilter(IsOpen);

        invoice.HasOne<Organization>().WithMany().HasForeignKey(i => i.OrganizationId).OnDelete(DeleteBehavior.Restrict);
        invoice.HasOne<InvoiceBatch>().WithMany().HasForeignKey(i => i.BatchId).OnDelete(DeleteBehavior.Restrict);
        invoice.HasMany(i => i.Rows).WithOne().HasForeignKey(r => r.InvoiceId).OnDelete(DeleteBehavior.Restrict);

        invoice.ToTable(table =>
        {
            table.HasCheckConstraint("CK_Invoices_Total", "\"TotalMinor\" > 0");
            table.HasCheckConstraint(
                "CK_Invoices_Discount",
                "(\"DiscountBasisPoints\" IS NULL) = (\"DiscountUntil\" IS NULL) AND (\"DiscountBasisPoints\" IS NULL OR "
                + "(\"DiscountBasisPoints\" > 0 AND \"DiscountBasisPoints\" < 10000 AND \"DiscountUntil\" >= \"IssuedOn\"))");
            table.HasCheckConstraint("CK_Invoices_Due", "\"DueOn\" >= \"IssuedOn\"");
            table.HasCheckConstraint(
                "CK_Invoices_Balance",
                "\"AllocatedMinor\" >= 0 AND \"AdjustedMinor\" >= 0 AND \"AllocatedMinor\" + \"AdjustedMinor\" <= \"TotalMinor\"");
        });
    }
}
