using System.Collections.Concurrent;
using System.Security.Claims;

namespace PaymentsApp.Security;

/// <summary>
/// How many screens each person has open in this process. Each costs memory, and a browser that opens them without end
/// takes it from everybody: beyond <see cref="SecurityOptions.ScreensPerPerson"/> a new one only says so.
/// </summary>
internal sealed class OpenScreens(SecurityOptions options)
{
    // A refused screen is small, but not nothing.
    private const int RefusedMaxTimes = 2;

    private readonly ConcurrentDictionary<string, int> _open = new(StringComparer.Ordinal);

    public int Limit => options.ScreensPerPerson;

    /// <summary>Counts a screen that was opened; false when it is one too many. Call <see cref="Close"/> for each.</summary>
    public bool Open(string userId) => _open.AddOrUpdate(userId, 1, (_, open) => open + 1) <= Limit;

    public void Close(string userId)
    {
        if (_open.AddOrUpdate(userId, 0, (_, open) => open - 1) <= 0)
        {
            _open.TryRemove(new KeyValuePair<string, int>(userId, 0));
        }
    }

    /// <summary>Not even a screen that says so is opened any more.</summary>
    public bool IsFlooded(ClaimsPrincipal person) =>
        person.FindFirstValue(ClaimTypes.NameIdentifier) is { } userId && _open.GetValueOrDefault(userId) >= Limit * RefusedMaxTimes;
}
