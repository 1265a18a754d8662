using PaymentsApp.Domain;

namespace PaymentsApp.FollowUps;

/// <summary>Rules of dates and texts that promises, notes and plans share.</summary>
internal static class FollowUpChecks
{
    /// <summary>A promise or a plan that lies farther ahead is a slip of the pen.</summary>
    private const int DaysAheadMax = 366;

    public static IEnumerable<PaymentProblem> Ahead(DateOnly on, DateOnly today)
    {
        if (on < today)
        {
            yield return new PaymentProblem.DateHasPassed(on, today);
        }
        else if (on > today.AddDays(DaysAheadMax))
        {
            yield return new PaymentProblem.DateTooFar(on);
        }
    }
}
