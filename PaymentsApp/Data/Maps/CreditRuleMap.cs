using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PaymentsApp.Domain;

namespace PaymentsApp.Data.Maps;

internal sealed class CreditRuleMap : IEntityTypeConfiguration<CreditRule>
{
    public void Configure(EntityTypeBuilder<CreditRule> rule)
    {
        rule.Property(r => r.Id).ValueGeneratedNever();
        rule.Property(r => r.Currency).HasMaxLength(3);
        rule.Ignore(r => r.Limit);
        rule.HasIndex(r => new { r.OrganizationId, r.SetAt });
        rule.HasOne<Organization>().WithMany().HasForeignKey(r => r.OrganizationId).OnDelete(DeleteBehavior.Restrict);
        rule.HasOne<AppUser>().WithMany().HasForeignKey(r => r.SetById).OnDelete(DeleteBehavior.Restrict);
        rule.ToTable("CreditRules", table =>
        {
            table.HasCheckConstraint("CK_CreditRules_Days", "\"Days\" >= 1 AND \"Days\" <= 365");
            table.HasCheckConstraint("CK_CreditRules_Limit", "(\"LimitMinor\" IS NULL) = (\"Currency\" IS NULL) AND (\"LimitMinor\" IS NULL OR \"LimitMinor\" >= 0)");
        });
    }
}
