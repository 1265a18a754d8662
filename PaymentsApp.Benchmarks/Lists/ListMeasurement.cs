using PaymentsApp.Benchmarks.Support;

namespace PaymentsApp.Benchmarks.Lists;

/// <summary>A case, who looked, and how long it took at both sizes.</summary>
/// <param name="HasSameClients">The person sees as much at both sizes, or everything: then the growth says something.</param>
internal sealed record ListMeasurement(ListCase Case, string Who, bool HasSameClients, Timings Small, Timings Large)
{
    /// <summary>A page may take so long on the server, in milliseconds.</summary>
    public const double Budget = 50;

    /// <summary>A page may take so many times as long at the large size.</summary>
    public const double GrowthBudget = 2;

    /// <summary>Below it, in milliseconds, a ratio says more about the machine than about the query.</summary>
    private const double Noise = 2;

    /// <summary>Of the medians: of the slowest of a few runs it would be chance.</summary>
    public double Growth => Large.P50 / Small.P50;

    public bool IsGrowthMeasured => HasSameClients && Large.P50 >= Noise;

    public bool IsQuick => Large.P95 <= Budget;

    public bool HasGrownLittle => !IsGrowthMeasured || Growth <= GrowthBudget;

    public bool IsMet => IsQuick && HasGrownLittle;

    /// <summary>How much of the budget is used; above 1 it is missed.</summary>
    public double Used => Math.Max(Large.P95 / Budget, IsGrowthMeasured ? Growth / GrowthBudget : 0);
}
