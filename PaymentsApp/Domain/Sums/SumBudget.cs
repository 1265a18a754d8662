namespace PaymentsApp.Domain.Sums;

/// <summary>
/// How much work a search may do. Steps, not time, so that the same question always gets the same answer.
/// </summary>
/// <param name="steps">About half a nanosecond each.</param>
internal sealed class SumBudget(long steps)
{
    private long _left = steps;

    /// <summary>Takes the steps, if so many are left.</summary>
    public bool TrySpend(long steps)
    {
        if (steps > _left)
        {
            return false;
        }

        _left -= steps;
        return true;
    }

    /// <summary>An equal part of what is left, for one of so many searches.</summary>
    public SumBudget Part(int parts)
    {
        var share = _left / parts;
        _left -= share;
        return new SumBudget(share);
    }
}
