namespace PaymentsApp.Benchmarks.Support;

/// <summary>One row of the budgets.</summary>
/// <param name="Name">The word on the command line.</param>
/// <param name="Summary">For the help text.</param>
/// <param name="RunAsync">Measures and reports.</param>
internal sealed record Benchmark(
    string Name, string Summary, Func<BenchmarkOptions, Report, CancellationToken, Task> RunAsync);
