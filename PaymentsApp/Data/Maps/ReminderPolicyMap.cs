using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PaymentsApp.Domain;

namespace PaymentsApp.Data.Maps;

internal sealed class ReminderPolicyMap : IEntityTypeConfiguration<ReminderPolicy>
{
    public void Configure(EntityTypeBuilder<ReminderPolicy> policy)
    {
        policy.Property(p => p.Name).HasMaxLength(ReminderPolicy.NameLength);
        policy.Ignore(p => p.Levels);
        policy.HasIndex(p => p.IsDefault, "IX_ReminderPolicies_Default").IsUnique().HasFilter("\"IsDefault\"");
        policy.ToTable("ReminderPolicies");
    }
}
