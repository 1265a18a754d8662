using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace PaymentsApp.Data.Maps;

internal sealed class AppUserMap : IEntityTypeConfiguration<AppUser>
{
    public void Configure(EntityTypeBuilder<AppUser> user)
    {
        user.Property(u => u.DisplayName).HasMaxLength(200);
        user.HasData(new AppUser
        {
            Id = SystemUser.Id,
            DisplayName = SystemUser.DisplayName,
            UserName = SystemUser.Id,
            NormalizedUserName = SystemUser.Id.ToUpperInvariant(),
            SecurityStamp = SystemUser.Id,
            ConcurrencyStamp = SystemUser.Id,
            LockoutEnabled = true,
        });
    }
}
