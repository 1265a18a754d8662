using Microsoft.EntityFrameworkCore;
using PaymentsApp.Data;
using PaymentsApp.Live;

namespace PaymentsApp.Administration;

/// <summary>Takes over settings that were changed in another process: this one's day follows too.</summary>
internal sealed partial class SettingsWatch(
    PaymentFeed feed, IDbContextFactory<AppDbContext> contexts, CompanyClock clock, ILogger<SettingsWatch> log) : IHostedService, IDisposable
{
    private IDisposable? _subscription;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        _subscription = feed.Subscribe(changes =>
            changes.Any(change => change.Kind == PaymentChangeKind.Everything) ? ReadAsync() : Task.CompletedTask);
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken)
    {
        Dispose();
        return Task.CompletedTask;
    }

    public void Dispose() => _subscription?.Dispose();

    private async Task ReadAsync()
    {
        try
        {
            await using var db = await contexts.CreateDbContextAsync();
            await clock.ReadSettingsAsync(db, CancellationToken.None);
        }
        catch (Exception e)
        {
            LogNotRead(log, e);
        }
    }

    [LoggerMessage(EventId = 8001, Level = LogLevel.Warning, Message = "The settings could not be read again.")]
    private static partial void LogNotRead(ILogger log, Exception exception);
}
