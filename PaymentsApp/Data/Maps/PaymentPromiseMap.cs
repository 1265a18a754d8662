using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PaymentsApp.Domain;

namespace PaymentsApp.Data.Maps;

internal sealed class PaymentPromiseMap : IEntityTypeConfiguration<PaymentPromise>
{
    public void Configure(EntityTypeBuilder<PaymentPromise> promise)
    {
        promise.Property(p => p.Id).ValueGeneratedNever();
        promise.Property(p => p.Currency).IsCurrency();
        promise.Property(p => p.SaidBy).HasMaxLength(PaymentPromise.SaidByLength);
        promise.Property(p => p.Note).HasMaxLength(PaymentPromise.NoteLength);
        promise.Property(p => p.WithdrawnReason).HasMaxLength(500);
        promise.Property(p => p.WithdrawnAt).IsConcurrencyToken(); // two people withdraw it: the second looks again
        promise.Ignore(p => p.Amount);

        promise.HasIndex(p => new { p.OrganizationId, p.PromisedOn });
        promise.HasIndex(p => p.PromisedOn);
        promise.HasMany(p => p.Invoices).WithOne().HasForeignKey(i => i.PromiseId).OnDelete(DeleteBehavior.Restrict);
        promise.HasOne<Organization>().WithMany().HasForeignKey(p => p.OrganizationId).OnDelete(DeleteBehavior.Restrict);
        promise.HasOne<AppUser>().WithMany().HasForeignKey(p => p.RecordedById).OnDelete(DeleteBehavior.Restrict);
        promise.HasOne<AppUser>().WithMany().HasForeignKey(p => p.WithdrawnById).OnDelete(DeleteBehavior.Restrict);

        promise.ToTable("PaymentPromises", table =>
        {
            table.HasCheckConstraint("CK_PaymentPromises_Amount", "\"AmountMinor\" > 0");
            table.HasCheckConstraint("CK_PaymentPromises_Promised", "\"PromisedOn\" >= \"MadeOn\"");
            table.HasCheckConstraint(
                "CK_PaymentPromises_Withdrawn",
                "(\"WithdrawnAt\" IS NULL) = (\"WithdrawnById\" IS NULL) AND (\"WithdrawnAt\" IS NULL) = (\"WithdrawnReason\" IS NULL)");
        });
    }
}
