using System.Globalization;

namespace PaymentsApp.Benchmarks.Support;

/// <summary>What the command line asks for.</summary>
internal sealed record BenchmarkOptions
{
    /// <summary>Where measuring databases are kept between runs; made once, some hundred megabytes per million invoices.</summary>
    public string CacheFolder { get; init; } = Path.Combine(
        Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.Create), "PaymentsApp.Benchmarks");

    /// <summary>Invoices of the small database, the baseline of every growth.</summary>
    public int Small { get; init; } = 10_000;

    /// <summary>Invoices of the large database.</summary>
    public int Large { get; init; } = 1_000_000;

    /// <summary>A PostgreSQL server for figures beside SQLite's; empty: none.</summary>
    public string Postgres { get; init; } = string.Empty;

    /// <summary>Only the lists whose name, way to look or person contains this text; empty: all. For looking into one of them.</summary>
    public string Only { get; init; } = string.Empty;

    /// <summary>From "--small 1000 --large 100000" and so on.</summary>
    /// <exception cref="ArgumentException">An option is unknown or has no value.</exception>
    public static BenchmarkOptions Parse(IEnumerable<string> words)
    {
        var options = new BenchmarkOptions();
        foreach (var pair in words.Chunk(2))
        {
            options = pair switch
            {
                ["--cache", var folder] => options with { CacheFolder = Path.GetFullPath(folder) },
                ["--small", var count] => options with { Small = int.Parse(count, CultureInfo.InvariantCulture) },
                ["--large", var count] => options with { Large = int.Parse(count, CultureInfo.InvariantCulture) },
                ["--postgres", var connection] => options with { Postgres = connection },
                ["--only", var text] => options with { Only = text },
                _ => throw new ArgumentException($"Not understood: {string.Join(' ', pair)}"),
            };
        }

        return options;
    }
}
