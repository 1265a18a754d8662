namespace PaymentsApp.Benchmarks.Lists;

/// <summary>One way to look at a list.</summary>
/// <param name="List">The page.</param>
/// <param name="Kind">First page, far in, sort, filter, search.</param>
/// <param name="Detail">Which sort, which filter.</param>
/// <param name="RunAsync">With the services of the person who looks.</param>
internal sealed record ListCase(string List, string Kind, string Detail, Func<IServiceProvider, CancellationToken, Task> RunAsync)
{
    public const string First = "first page";
    public const string Far = "page in the middle";
    public const string Sort = "sorted otherwise";
    public const string Filter = "filtered";
    public const string Hit = "search that finds";
    public const string Miss = "search that finds nothing";
}
