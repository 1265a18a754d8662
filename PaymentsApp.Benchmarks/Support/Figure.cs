namespace PaymentsApp.Benchmarks.Support;

/// <summary>One line of the result: what was measured, beside what, and what was allowed.</summary>
/// <param name="What">In words, with the sizes.</param>
/// <param name="Measured">With its unit.</param>
/// <param name="Baseline">The same thing done otherwise or smaller, in the same run; empty when there is none.</param>
/// <param name="Ratio">Measured over baseline; null without one.</param>
/// <param name="Budget">Empty when there is none.</param>
internal sealed record Figure(string What, string Measured, string Baseline, double? Ratio, string Budget, Verdict Verdict)
{
    /// <summary>A figure without a budget.</summary>
    public static Figure Of(string what, string measured, string baseline = "", double? ratio = null) =>
        new(what, measured, baseline, ratio, string.Empty, Verdict.Information);
}
