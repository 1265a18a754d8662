using Microsoft.EntityFrameworkCore;

namespace PaymentsApp.Data;

/// <summary>Gives readers a context of whichever database is configured.</summary>
internal sealed class AppDbContexts<TContext>(IDbContextFactory<TContext> contexts) : IDbContextFactory<AppDbContext>
    where TContext : AppDbContext
{
    public AppDbContext CreateDbContext()
    {
        var db = contexts.CreateDbContext();
        db.ChangeTracker.QueryTrackingBehavior = QueryTrackingBehavior.NoTracking;
        return db;
    }
}
