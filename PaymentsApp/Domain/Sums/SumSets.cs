namespace PaymentsApp.Domain.Sums;

/// <summary>All sets of amounts with a given sum: counted exactly where that can be done in time, else as far as it can be proven.</summary>
internal static class SumSets
{
    private const long CheapSteps = 2_000_000;
    private const int ListLengthMax = 40_000;

    // So few amounts have few enough combinations to look at all of them.
    private const int FewGroups = 28;
    private const int FewItems = 20;

    /// <param name="target">The sum.</param>
    /// <param name="groups">Positive amounts, each value once.</param>
    /// <param name="budget">Shared by the searches for one answer.</param>
    public static FoundSets Find(long target, IReadOnlyList<AmountGroup> groups, SumBudget budget)
    {
        if (target <= 0)
        {
            return FoundSets.None;
        }

        if (SumProblem.Reduce(target, groups, out var restore) is not { } problem)
        {
            return FoundSets.None;
        }

        var found = problem.Target == 0 ? new FoundSets(1, true, [[]]) : Count(problem, budget);
        return found with { Takes = [.. found.Takes.Select(restore)] };
    }

    // The quick ways first. Once two sets are known nothing is certain any more, and an exact number is not worth waiting for.
    private static FoundSets Count(SumProblem problem, SumBudget budget)
    {
        var known = budget.TrySpend(SmallSets.Steps(problem)) ? SmallSets.Count(problem) : new FoundSets(0, false, []);
        if (known.IsExact)
        {
            return known;
        }

        var dense = DenseSums.Steps(problem);
        if (problem.Items <= FewItems && SparseSums.Count(problem, ListLengthMax, budget) is { } all)
        {
            return all;
        }

        if (dense <= CheapSteps && budget.TrySpend(dense))
        {
            return DenseSums.Count(problem);
        }

        if (problem.Groups.Length <= FewGroups && SparseSums.Count(problem, ListLengthMax, budget) is { } few)
        {
            return few;
        }

        if (RoundSums.Count(problem, Find, budget) is { } round && (round.IsExact || round.Count > known.Count))
        {
            known = round;
        }

        if (known.IsExact || known.Count > 1)
        {
            return known;
        }

        known = Larger(known, RivalSearch.Find(problem, budget.Part(2)));
        return known.Count > 1 ? known
            : SparseSums.Count(problem, ListLengthMax, budget) is { } sparse ? sparse
            : budget.TrySpend(dense) ? DenseSums.Count(problem)
            : known;
    }

    private static FoundSets Larger(FoundSets left, FoundSets right) => right.Count > left.Count ? right : left;
}
