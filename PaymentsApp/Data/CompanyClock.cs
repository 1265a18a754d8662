using Microsoft.EntityFrameworkCore;
using PaymentsApp.Domain;

namespace PaymentsApp.Data;

/// <summary>The time, and the company's day: "today" is today in the company's time zone.</summary>
public sealed class CompanyClock(TimeProvider time)
{
    private TimeZoneInfo _zone = TimeZoneInfo.Utc;

    /// <summary>The company's time zone; UTC until the settings are read.</summary>
    public TimeZoneInfo Zone => _zone;

    public DateOnly Today => DayOf(Now);

    /// <summary>UTC, to the microsecond: what both databases keep.</summary>
    public DateTime Now
    {
        get
        {
            var now = time.GetUtcNow().UtcDateTime;
            return new DateTime(now.Ticks - (now.Ticks % TimeSpan.TicksPerMicrosecond), DateTimeKind.Utc);
        }
    }

    /// <summary>The company's day at an instant (UTC).</summary>
    public DateOnly DayOf(DateTime at) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(at, _zone));

    /// <summary>An instant (UTC) as a clock in the company shows it.</summary>
    public DateTime LocalOf(DateTime at) => TimeZoneInfo.ConvertTimeFromUtc(at, _zone);

    /// <summary>The instant (UTC) of a clock in the company; of an hour that the clocks skip, the hour after it.</summary>
    public DateTime UtcOf(DateTime local)
    {
        local = DateTime.SpecifyKind(local, DateTimeKind.Unspecified);
        return TimeZoneInfo.ConvertTimeToUtc(_zone.IsInvalidTime(local) ? local.AddHours(1) : local, _zone);
    }

    /// <summary>Follows a change of the settings.</summary>
    /// <exception cref="TimeZoneNotFoundException">The name is unknown on this machine.</exception>
    public void Use(string timeZone) => _zone = TimeZoneInfo.FindSystemTimeZoneById(timeZone);

    /// <summary>Who, and now.</summary>
    public Recorded RecordedBy(string userId) => new(Now, userId);

    internal async Task ReadSettingsAsync(AppDbContext db, CancellationToken cancel)
    {
        if (await db.CompanySettings.Select(settings => settings.TimeZone).SingleOrDefaultAsync(cancel) is { } timeZone)
        {
            Use(timeZone);
        }
    }
}
