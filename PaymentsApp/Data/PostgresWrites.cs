using Microsoft.EntityFrameworkCore;

namespace PaymentsApp.Data;

/// <summary>A transaction per command; rows are locked by the body, collisions run the whole body again.</summary>
internal sealed class PostgresWrites(IDbContextFactory<PostgresAppDbContext> contexts) : Writes
{
    protected override async Task<T> ExecuteOnceAsync<T>(Func<AppDbContext, CancellationToken, Task<T>> body, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        return await RunAsync(db, body, cancel);
    }
}
