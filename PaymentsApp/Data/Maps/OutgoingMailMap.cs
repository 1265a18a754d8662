using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PaymentsApp.Domain;

namespace PaymentsApp.Data.Maps;

internal sealed class OutgoingMailMap : IEntityTypeConfiguration<OutgoingMail>
{
    public void Configure(EntityTypeBuilder<OutgoingMail> mail)
    {
        mail.Property(m => m.Id).ValueGeneratedNever();
        mail.Property(m => m.Kind).HasConversion<string>().HasMaxLength(20);
        mail.Property(m => m.State).HasConversion<string>().HasMaxLength(20);
        mail.Property(m => m.Recipients).HasMaxLength(OutgoingMail.RecipientsLength);
        mail.Property(m => m.Subject).HasMaxLength(OutgoingMail.SubjectLength);
        mail.Property(m => m.Culture).HasMaxLength(30);
        mail.Property(m => m.MessageId).HasMaxLength(400);
        mail.Property(m => m.Note).HasMaxLength(OutgoingMail.NoteLength);
        mail.Property(m => m.Version).IsConcurrencyToken(); // one sender at a time, and no payment withdraws what is being sent

        mail.HasIndex(m => m.NextAttemptAt, "IX_OutgoingMails_Due").HasFilter("\"State\" = 'Queued'");
        mail.HasIndex(m => m.LeasedUntil, "IX_OutgoingMails_Sending").HasFilter("\"State\" = 'Sending'");
        mail.HasIndex(m => new { m.QueuedAt, m.Id });
        mail.HasOne<Organization>().WithMany().HasForeignKey(m => m.OrganizationId).OnDelete(DeleteBehavior.Restrict);
        mail.HasOne<Payment>().WithMany().HasForeignKey(m => m.PaymentId).OnDelete(DeleteBehavior.Restrict);
        mail.HasOne<Mailing>().WithMany().HasForeignKey(m => m.MailingId).OnDelete(DeleteBehavior.Restrict);
        mail.HasOne<AppUser>().WithMany().HasForeignKey(m => m.QueuedById).OnDelete(DeleteBehavior.Restrict);
        mail.HasMany(m => m.Attachments).WithOne().HasForeignKey(a => a.MailId).OnDelete(DeleteBehavior.Restrict);
        mail.HasMany(m => m.Invoices).WithOne().HasForeignKey(i => i.MailId).OnDelete(DeleteBehavior.Restrict);

        mail.ToTable("OutgoingMails", table => table.HasCheckConstraint(
            "CK_OutgoingMails_Lease", "(\"State\" = 'Sending') = (\"LeasedUntil\" IS NOT NULL)"));
    }
}
