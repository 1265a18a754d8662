using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PaymentsApp.Domain;

namespace PaymentsApp.Data.Maps;

internal sealed class MailAttemptMap : IEntityTypeConfiguration<MailAttempt>
{
    public void Configure(EntityTypeBuilder<MailAttempt> attempt)
    {
        attempt.Property(a => a.Id).ValueGeneratedNever();
        attempt.Property(a => a.Result).HasConversion<string>().HasMaxLength(20);
        attempt.Property(a => a.Answer).HasMaxLength(MailAttempt.AnswerLength);
        attempt.HasIndex(a => new { a.MailId, a.StartedAt });
        attempt.HasOne<OutgoingMail>().WithMany().HasForeignKey(a => a.MailId).OnDelete(DeleteBehavior.Restrict);
        attempt.ToTable("MailAttempts");
    }
}
