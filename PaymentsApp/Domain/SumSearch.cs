namespace PaymentsApp.Domain;

/// <summary>
/// Finds the sets of invoices with a given sum by trying the largest first and leaving a branch as soon as
/// what remains cannot reach the sum. Bounded in steps, so that it answers at once.
/// </summary>
internal sealed class SumSearch(long amountMinor, IReadOnlyList<OpenItem> largestFirst)
{
    /// <summary>About 5 ms of work.</summary>
    private const int StepsMax = 500_000;

    /// <summary>Enough to know that the answer is not the only one.</summary>
    private const int SetsMax = 2;

    private readonly long[] _remainingMinor = RemainingSums(largestFirst);
    private readonly Stack<int> _chosen = [];
    private IReadOnlyList<int>? _found;
    private int _sets;
    private int _steps;

    public ExactMatch Run()
    {
        Search(0, amountMinor);
        return _sets >= SetsMax ? new ExactMatch.Ambiguous(_sets)
            : _steps >= StepsMax ? new ExactMatch.Unknown()
            : _found is null ? new ExactMatch.None()
            : new ExactMatch.Found(_found);
    }

    private static long[] RemainingSums(IReadOnlyList<OpenItem> items)
    {
        var sums = new long[items.Count + 1];
        for (var i = items.Count - 1; i >= 0; i--)
        {
            sums[i] = checked(sums[i + 1] + items[i].OutstandingMinor);
        }

        return sums;
    }

    private void Search(int from, long missingMinor)
    {
        for (var i = from; i < largestFirst.Count; i++)
        {
            if (_sets >= SetsMax || ++_steps >= StepsMax || _remainingMinor[i] < missingMinor)
            {
                return;
            }

            var rest = missingMinor - largestFirst[i].OutstandingMinor;
            if (rest < 0)
            {
                continue;
            }

            _chosen.Push(largestFirst[i].InvoiceId);
            if (rest == 0)
            {
                _sets++;
                _found ??= [.. _chosen];
            }
            else
            {
                Search(i + 1, rest);
            }

            _chosen.Pop();
        }
    }
}
