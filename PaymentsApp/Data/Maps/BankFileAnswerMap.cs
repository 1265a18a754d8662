using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PaymentsApp.Domain;

namespace PaymentsApp.Data.Maps;

internal sealed class BankFileAnswerMap : IEntityTypeConfiguration<BankFileAnswer>
{
    public void Configure(EntityTypeBuilder<BankFileAnswer> answer)
    {
        answer.ToTable("BankFileAnswers");
        answer.HasKey(a => new { a.BankAccountId, a.Key });
        answer.Property(a => a.Key).HasMaxLength(BankFileAnswer.TextLength);
        answer.Property(a => a.Value).HasMaxLength(BankFileAnswer.TextLength);
        answer.HasOne<BankAccount>().WithMany().HasForeignKey(a => a.BankAccountId).OnDelete(DeleteBehavior.Restrict);
    }
}
