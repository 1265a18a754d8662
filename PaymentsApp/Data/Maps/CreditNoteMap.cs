using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PaymentsApp.Domain;

namespace PaymentsApp.Data.Maps;

internal sealed class CreditNoteMap : IEntityTypeConfiguration<CreditNote>
{
    public void Configure(EntityTypeBuilder<CreditNote> note)
    {
        note.Property(n => n.Id).ValueGeneratedNever();
        note.Property(n => n.Number).HasMaxLength(50);
        note.Property(n => n.NumberKey).HasMaxLength(50);
        note.Property(n => n.Currency).IsCurrency();
        note.Property(n => n.UnappliedMinor).IsKeptByDatabase("\"TotalMinor\" - \"AppliedMinor\"");
        note.Property(n => n.Version).IsConcurrencyToken();
        note.Property(n => n.Reason).HasMaxLength(300);
        note.Ignore(n => n.Total).Ignore(n => n.Unapplied);

        note.HasAlternateKey(n => new { n.Id, n.Currency });
        note.HasIndex(n => n.NumberKey).IsUnique();
        note.HasIndex(n => new { n.OrganizationId, n.IssuedOn });
        note.HasIndex(n => new { n.OrganizationId, n.Currency }, "IX_CreditNotes_Unapplied").HasFilter("\"UnappliedMinor\" > 0");

        note.HasOne<Organization>().WithMany().HasForeignKey(n => n.OrganizationId).OnDelete(DeleteBehavior.Restrict);
        note.HasOne<AppUser>().WithMany().HasForeignKey(n => n.RecordedById).OnDelete(DeleteBehavior.Restrict);

        note.ToTable(table =>
        {
            table.HasCheckConstraint("CK_CreditNotes_Total", "\"TotalMinor\" > 0");
            table.HasCheckConstraint("CK_CreditNotes_Balance", "\"AppliedMinor\" >= 0 AND \"AppliedMinor\" <= \"TotalMinor\"");
        });
    }
}
