namespace PaymentsApp.Benchmarks.Register;

/// <summary>What a number of calls took.</summary>
/// <param name="Elapsed">From the first to the last.</param>
/// <param name="Processor">Of this process, on all its threads: it says more than the clock where other programs use the machine.</param>
internal readonly record struct Spent(TimeSpan Elapsed, TimeSpan Processor)
{
    public static Spent operator +(Spent left, Spent right) => new(left.Elapsed + right.Elapsed, left.Processor + right.Processor);
}
