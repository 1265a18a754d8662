namespace PaymentsApp.Banking.Matching;

/// <summary>How well an amount fits a set of items.</summary>
/// <param name="DifferenceMinor">What was kept: open less received.</param>
/// <param name="Gain">How much more likely this amount is when exactly these items are paid than when anything is, in nats.</param>
internal readonly record struct AmountFit(AmountReason Reason, long DifferenceMinor, double Gain)
{
    // How payers pay: shares of all payments. A kept difference may have any size, each power of ten alike.
    private const double Exactly = 0.75;
    private const double WithDiscount = 0.4;
    private const double WithKnownFee = 0.1;
    private const double WithCommission = 0.5;
    private const double WithSmallDifference = 0.08;
    private const double WithPart = 0.12;
    private const double WithPartOfSeveral = 0.005;
    private const double WithTooMuch = 0.01;
    private const double NatsOfDifferences = 12;
    private const double WithRounding = 0.01;
    private const int SmallShare = 30;

    // Who splits an amount into parts may round each of them up.
    private const int RoundingMinor = 2;

    /// <param name="open">Of all items together.</param>
    /// <param name="discount">The discounts that are granted on the day of the payment.</param>
    /// <param name="density">How likely an arbitrary payment is of this amount.</param>
    public static AmountFit Of(long received, long open, long discount, int items, MatchPayer payer, double density)
    {
        var kept = open - received;
        if (kept == 0)
        {
            return new(AmountReason.Exact, 0, Math.Log(Exactly / density));
        }

        if (discount > 0 && kept == discount)
        {
            return new(AmountReason.Discount, kept, Math.Log(WithDiscount / density));
        }

        if (kept > 0 && payer.KnownFeesMinor.Contains(kept))
        {
            return new(AmountReason.KnownFee, kept, Math.Log(WithKnownFee / density));
        }

        if (payer.CommissionBasisPoints > 0 && kept > 0 && Math.Abs(kept - Commission(open, payer.CommissionBasisPoints)) <= items)
        {
            return new(AmountReason.Commission, kept, Math.Log(WithCommission / items / density));
        }

        if (kept < 0 && kept >= -RoundingMinor)
        {
            return new(AmountReason.SmallDifference, kept, Math.Log(WithRounding / density));
        }

        if (kept < 0)
        {
            return new(AmountReason.Over, kept, Math.Log(WithTooMuch / (NatsOfDifferences * -kept) / density));
        }

        var part = (items == 1 ? WithPart : WithPartOfSeveral) / Math.Max(1, open);
        var small = kept <= open / SmallShare ? WithSmallDifference / (NatsOfDifferences * kept) : 0;
        return small > part
            ? new(AmountReason.SmallDifference, kept, Math.Log(small / density))
            : new(AmountReason.Part, kept, Math.Log(part / density));
    }

    /// <summary>The largest difference that is looked for when items are put together, in minor units.</summary>
    public static long SmallUpTo(long received) => Math.Max(10, received / 1_000);

    private static long Commission(long open, int basisPoints) =>
        (long)decimal.Round(open * (decimal)basisPoints / 10_000, MidpointRounding.AwayFromZero);
}
