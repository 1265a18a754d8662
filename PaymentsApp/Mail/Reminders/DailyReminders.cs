using PaymentsApp.Data;
using PaymentsApp.Mail.Sending;

namespace PaymentsApp.Mail.Reminders;

/// <summary>Once each company day: what automatic policies have due goes into the outbox.</summary>
internal sealed class DailyReminders(IServiceScopeFactory scopes, CompanyClock clock, TimeProvider time, ILogger<DailyReminders> logger) : BackgroundService
{
    private static readonly TimeSpan LooksEvery = TimeSpan.FromMinutes(5);

    private readonly ILogger _logger = logger;
    private DateOnly _doneOn;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            // After the start has settled; mails that are switched off leave the day open.
            await Task.Delay(LooksEvery, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            var today = clock.Today;
            if (stoppingToken.IsCancellationRequested || _doneOn == today)
            {
                continue;
            }

            try
            {
                await using var scope = scopes.CreateAsyncScope();
                if (await scope.ServiceProvider.GetRequiredService<ReminderService>().ReleaseAutomaticAsync(stoppingToken) > 0)
                {
                    _doneOn = today;
                }
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception e)
            {
                _logger.OutboxFailed(e);
            }
        }
    }
}
