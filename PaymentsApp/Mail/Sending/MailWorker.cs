namespace PaymentsApp.Mail.Sending;

/// <summary>Works on the outbox while the program runs.</summary>
internal sealed class MailWorker(MailDispatch dispatch, TimeProvider time, ILogger<MailWorker> logger) : BackgroundService
{
    /// <summary>How long a queued mail waits at most before it is looked at.</summary>
    private static readonly TimeSpan LooksEvery = TimeSpan.FromSeconds(3);

    private readonly ILogger _logger = logger;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await dispatch.SendDueAsync(stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception e)
            {
                _logger.OutboxFailed(e); // a database that is away for a minute must not end the post for good
            }

            await Task.Delay(LooksEvery, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }
}
