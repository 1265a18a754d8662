using Npgsql;
using PaymentsApp.Data;

namespace PaymentsApp.Live;

/// <summary>
/// Brings the changes of other processes on the same PostgreSQL database to this one's screens (LISTEN). While the
/// connection is lost messages are too, so every new connection begins with "reload everything".
/// </summary>
public sealed class PostgresRelay(
    DatabaseOptions database, PaymentFeed feed, PaymentNotifier notifier, ILogger<PostgresRelay> logger) : BackgroundService
{
    // A dead peer is noticed after this many seconds of silence; LISTEN itself would wait for ever.
    private const int KeepAliveSeconds = 15;

    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (database.Provider != DatabaseProvider.Postgres)
        {
            return;
        }

        var pause = FirstPause;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await ListenAsync(() => pause = FirstPause, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception e)
            {
                // Whatever it was, a process that no longer hears the others must try again.
                logger.RelayLost(e, pause.TotalSeconds);
            }

            await Task.Delay(pause + (pause * Random.Shared.NextDouble()), stoppingToken)
                .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            pause = pause * 2 < LongestPause ? pause * 2 : LongestPause;
        }
    }

    private async Task ListenAsync(Action onListening, CancellationToken stop)
    {
        await using var connection = new NpgsqlConnection(ConnectionString());
        connection.Notification += (_, message) =>
        {
            if (notifier.Read(message.Payload) is { } change)
            {
                feed.Publish(change);
            }
        };

        await connection.OpenAsync(stop);
        await using (var command = new NpgsqlCommand($"LISTEN {PaymentNotifier.Channel}", connection))
        {
            await command.ExecuteNonQueryAsync(stop);
        }

        // Now nothing is missed any more; what was missed before shows up in a reload.
        onListening();
        feed.Publish(PaymentChange.Everything);
        logger.RelayListens();
        while (true)
        {
            await connection.WaitAsync(stop);
        }
    }

    // A connection of its own: one that listens must not go back to a pool.
    private string ConnectionString() => new NpgsqlConnectionStringBuilder(database.ConnectionString)
    {
        Pooling = false,
        KeepAlive = KeepAliveSeconds,
        ApplicationName = "PaymentsApp relay",
    }.ConnectionString;
}
