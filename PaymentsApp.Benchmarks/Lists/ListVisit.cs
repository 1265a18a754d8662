using Microsoft.Extensions.DependencyInjection;

namespace PaymentsApp.Benchmarks.Lists;

/// <summary>A person in front of one database.</summary>
internal sealed class ListVisit(AsyncServiceScope scope, IReadOnlyList<ListCase> cases) : IAsyncDisposable
{
    public IServiceProvider Services => scope.ServiceProvider;

    public IReadOnlyList<ListCase> Cases { get; } = cases;

    public ValueTask DisposeAsync() => scope.DisposeAsync();
}
