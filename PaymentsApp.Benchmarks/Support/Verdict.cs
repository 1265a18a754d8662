namespace PaymentsApp.Benchmarks.Support;

/// <summary>What a figure says of its budget.</summary>
internal enum Verdict
{
    Met,

    Missed,

    /// <summary>There is no budget for it.</summary>
    Information,
}
