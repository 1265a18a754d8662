namespace PaymentsApp.Tests.Support;

/// <summary>How a program under test is started.</summary>
public sealed record AppServerOptions
{
    /// <summary>Development brings the demo data and the demo people; Production starts empty.</summary>
    public string Environment { get; init; } = "Development";

    /// <summary>Configuration keys in their usual form, for example Database:Provider.</summary>
    public IReadOnlyDictionary<string, string> Settings { get; init; } = new Dictionary<string, string>();
}
