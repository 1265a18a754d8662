namespace PaymentsApp.Data;

/// <summary>
/// The only way to write. The body reads, decides and saves in one transaction; it may run again from the start
/// with a fresh context when a colleague was faster, so it must not touch anything outside.
/// </summary>
public abstract class Writes
{
    /// <summary>After so many collisions something else is wrong, and the error is shown.</summary>
    protected const int AttemptsMax = 12;

    /// <summary>Runs the body in a transaction and commits it.</summary>
    /// <exception cref="OperationCanceledException">Cancelled before the body began to save; nothing was written.</exception>
    public async Task<T> ExecuteAsync<T>(Func<AppDbContext, CancellationToken, Task<T>> body, CancellationToken cancel)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await ExecuteOnceAsync(body, cancel);
            }
            catch (Exception e) when (attempt < AttemptsMax && Collision.Is(e))
            {
                // Somebody wrote the same rows meanwhile: look again, with fresh figures. The growing pause
                // with chance in it keeps many losers from meeting again at the same moment.
                await Task.Delay(Random.Shared.Next(1, 8 * attempt), cancel);
            }
        }
    }

    protected abstract Task<T> ExecuteOnceAsync<T>(Func<AppDbContext, CancellationToken, Task<T>> body, CancellationToken cancel);

    protected static async Task<T> RunAsync<T>(
        AppDbContext db, Func<AppDbContext, CancellationToken, Task<T>> body, CancellationToken cancel)
    {
        db.Database.AutoSavepointsEnabled = false; // a body that fails is rolled back whole
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var result = await body(db, cancel);
        await transaction.CommitAsync(cancel);
        return result;
    }
}
