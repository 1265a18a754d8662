namespace PaymentsApp.Tests.Support;

/// <summary>Tests that measure the process they run in, one after the other and with no other test beside them.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class MeasuringTests
{
    public const string Name = "Measuring";
}
