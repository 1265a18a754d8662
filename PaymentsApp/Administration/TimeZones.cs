namespace PaymentsApp.Administration;

/// <summary>The time zones this machine knows, by their IANA names.</summary>
internal static class TimeZones
{
    /// <summary>Regions and UTC, in order of name; without the old short names such as "EST".</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        .. TimeZoneInfo.GetSystemTimeZones().Select(zone => zone.Id).Where(id => id == "UTC" || id.Contains('/', StringComparison.Ordinal)).Order(StringComparer.Ordinal),
    ];

    public static bool IsKnown(string id) => TimeZoneInfo.TryFindSystemTimeZoneById(id, out var zone) && zone.HasIanaId;
}
