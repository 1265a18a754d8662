using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PaymentsApp.Domain;

namespace PaymentsApp.Data.Maps;

internal sealed class OrganizationRemindersMap : IEntityTypeConfiguration<OrganizationReminders>
{
    public void Configure(EntityTypeBuilder<OrganizationReminders> reminders)
    {
        reminders.HasKey(r => r.OrganizationId);
        reminders.Property(r => r.OrganizationId).ValueGeneratedNever();
        reminders.HasOne<Organization>().WithMany().HasForeignKey(r => r.OrganizationId).OnDelete(DeleteBehavior.Cascade);
        reminders.HasOne<ReminderPolicy>().WithMany().HasForeignKey(r => r.PolicyId).OnDelete(DeleteBehavior.Restrict);
        reminders.ToTable("OrganizationReminders");
    }
}
