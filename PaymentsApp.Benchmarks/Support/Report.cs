using System.Globalization;
using System.Runtime.InteropServices;

namespace PaymentsApp.Benchmarks.Support;

/// <summary>Prints a markdown table, each row as soon as it is known.</summary>
internal sealed class Report(TextWriter output)
{
    private int _missed;

    /// <summary>How many budgets were missed.</summary>
    public int Missed => _missed;

    // Figures are only worth something beside the machine and the build that gave them.
    public void Begin()
    {
        output.WriteLine($"{RuntimeInformation.FrameworkDescription}, {RuntimeInformation.OSDescription}, {Environment.ProcessorCount} processors");
        output.WriteLine();
        output.WriteLine("| what | measured | baseline | ratio | budget | |");
        output.WriteLine("|---|---|---|---|---|---|");
    }

    public void Add(Figure figure)
    {
        var verdict = figure.Verdict switch
        {
            Verdict.Met => "met",
            Verdict.Missed => "**missed**",
            _ => string.Empty,
        };
        var ratio = figure.Ratio?.ToString("0.00", CultureInfo.InvariantCulture);
        output.WriteLine($"| {figure.What} | {figure.Measured} | {figure.Baseline} | {ratio} | {figure.Budget} | {verdict} |");
        output.Flush();
        _missed += figure.Verdict == Verdict.Missed ? 1 : 0;
    }
}
