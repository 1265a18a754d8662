using System.Runtime.CompilerServices;

namespace PaymentsApp.Domain.Sums;

/// <summary>Counts the sets of one, two and three invoices: quick even among very many, and rivals enough where there are any.</summary>
internal sealed class SmallSets
{
    /// <summary>Beyond, looking at all triples takes too long.</summary>
    public const int GroupsOfTriplesMax = 800;

    private readonly SumProblem _problem;
    private readonly List<int[]> _takes = [];
    private long _count;

    private SmallSets(SumProblem problem) => _problem = problem;

    /// <summary>What counting takes, in steps of <see cref="SumBudget"/>.</summary>
    public static long Steps(SumProblem problem) => HasTriples(problem)
        ? (long)problem.Groups.Length * problem.Groups.Length * 2
        : (long)problem.Groups.Length * 4;

    /// <returns>Exact when no larger set fits into the sum.</returns>
    public static FoundSets Count(SumProblem problem)
    {
        var search = new SmallSets(problem);
        search.Singles();
        search.Pairs(0, problem.Target, []);
        if (HasTriples(problem))
        {
            search.Triples();
        }

        var isAll = LargestSet(problem) <= (HasTriples(problem) ? 3 : 2);
        return new FoundSets(search._count, isAll && search._count < FoundSets.CountMax, search._takes);
    }

    /// <summary>How many invoices fit into the sum, the smallest first.</summary>
    public static int LargestSet(SumProblem problem)
    {
        var (left, size) = (problem.Target, 0);
        foreach (var (value, count) in problem.Groups)
        {
            var taken = (int)Math.Min(count, left / value);
            (left, size) = (left - (taken * value), size + taken);
            if (taken < count)
            {
                break;
            }
        }

        return size;
    }

    private static bool HasTriples(SumProblem problem) => problem.Groups.Length <= GroupsOfTriplesMax;

    private void Singles()
    {
        for (var i = 0; i < _problem.Groups.Length; i++)
        {
            if (_problem.Groups[i].Value == _problem.Target)
            {
                Add(i);
            }
        }
    }

    // Every triple once, by its smallest member; equal amounts may be in it twice or three times.
    private void Triples()
    {
        for (var i = 0; i < _problem.Groups.Length && _problem.Groups[i].Value * 3 <= _problem.Target; i++)
        {
            Pairs(i, _problem.Target - _problem.Groups[i].Value, [i]);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Pairs(int from, long target, ReadOnlySpan<int> with)
    {
        for (var (low, high) = (from, _problem.Groups.Length - 1); low <= high;)
        {
            var sum = _problem.Groups[low].Value + _problem.Groups[high].Value;
            if (sum == target)
            {
                Add([.. with, low, high]);
            }

            (low, high) = sum < target ? (low + 1, high) : (low, high - 1);
        }
    }

    // Members are in the order of the groups, so equal ones stand together.
    private void Add(params ReadOnlySpan<int> members)
    {
        var ways = 1L;
        for (var from = 0; from < members.Length;)
        {
            var taken = members[from..].LastIndexOf(members[from]) + 1;
            ways = FoundSets.Limited(ways * FoundSets.Ways(_problem.Groups[members[from]].Count, taken));
            from += taken;
        }

        _count = FoundSets.Limited(_count + ways);
        if (ways > 0 && _takes.Count < FoundSets.TakesMax)
        {
            var take = new int[_problem.Groups.Length];
            foreach (var index in members)
            {
                take[index]++;
            }

            _takes.Add(take);
        }
    }
}
