using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PaymentsApp.Domain;

namespace PaymentsApp.Data.Maps;

internal sealed class PaymentClientMap : IEntityTypeConfiguration<PaymentClient>
{
    public void Configure(EntityTypeBuilder<PaymentClient> client)
    {
        client.HasKey(c => new { c.PaymentId, c.OrganizationId });
        client.HasIndex(c => c.OrganizationId);
        client.HasOne<Payment>().WithMany().HasForeignKey(c => c.PaymentId).OnDelete(DeleteBehavior.Restrict);
        client.HasOne<Organization>().WithMany().HasForeignKey(c => c.OrganizationId).OnDelete(DeleteBehavior.Restrict);
    }
}
