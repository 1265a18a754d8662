namespace PaymentsApp.Banking.Matching;

/// <summary>How well the days of item and payment fit, in nats against any day of some years.</summary>
internal static class DateFit
{
    private const double InTime = 1.0;
    private const double BeforeInvoice = -4.0;
    private const double PerDelay = 1.5;
    private const int UsualDelayDays = 30;

    public static double Of(MatchInvoice item, DateOnly postedOn)
    {
        var early = item.IssuedOn.DayNumber - postedOn.DayNumber;
        if (early > 0)
        {
            return BeforeInvoice - Math.Log(1 + (early / (double)UsualDelayDays));
        }

        var late = Math.Max(0, postedOn.DayNumber - item.DueOn.DayNumber);
        return InTime - (PerDelay * Math.Log(1 + (late / (double)UsualDelayDays)));
    }
}
