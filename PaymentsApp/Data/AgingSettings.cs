using Microsoft.EntityFrameworkCore;
using PaymentsApp.Domain;

namespace PaymentsApp.Data;

/// <summary>How the company ages what is open.</summary>
public static class AgingSettings
{
    /// <summary>The bounds that the settings say now; the usual ones before there are settings.</summary>
    public static async Task<AgingBounds> AgingBoundsAsync(this AppDbContext db, CancellationToken cancel) =>
        AgingBounds.Parse(await db.CompanySettings.Select(settings => settings.AgingDays).SingleOrDefaultAsync(cancel));
}
