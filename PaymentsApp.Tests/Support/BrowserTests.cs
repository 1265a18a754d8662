namespace PaymentsApp.Tests.Support;

/// <summary>The collection of all tests with a browser; see <see cref="BrowserTest"/>.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class BrowserTests
{
    public const string Name = "Browser";
}
