namespace PaymentsApp.Banking.Matching;

/// <summary>Says whether the best reading of a line may be applied unasked.</summary>
internal static class Safety
{
    // In nats: below these a signal is not counted as one.
    private const double NumberTells = 5;
    private const double AmountTells = 5;
    private const double PartNumberTells = 7;

    // What no number names must be so many times surer.
    private const int Unnamed = 10;

    private const PayerSigns CertainPayer = PayerSigns.Name | PayerSigns.Account | PayerSigns.CustomerNumber;

    public static HeldBack Of(LineAnswer answer, MatchInvoice[] items, MatchRules rules)
    {
        var best = answer.Ranked[0];
        var open = items.Sum(item => item.OpenMinor);
        if (best.Amount.Reason == AmountReason.Over)
        {
            return HeldBack.TooMuch;
        }

        if (best.IsAgainstPayer)
        {
            return HeldBack.OtherPayer;
        }

        if (best.Amount.Reason == AmountReason.SmallDifference && best.Amount.DifferenceMinor > rules.ToleranceOf(open))
        {
            return HeldBack.UnknownDeduction;
        }

        if (best.Amount.Reason == AmountReason.Part && (items.Length > 1 || best.ReferenceGain < PartNumberTells || (best.Signs & CertainPayer) == 0))
        {
            return HeldBack.UncertainPart;
        }

        if (Signals(best) < 2)
        {
            return HeldBack.OneSignal;
        }

        var rival = answer.Ranked.Length > 1 ? answer.Ranked[1].Chance : 0;
        var errorMax = best.ReferenceGain < NumberTells ? rules.ErrorMax / Unnamed : rules.ErrorMax;
        return 1 - best.Chance > errorMax || rival * rules.RivalFactor > best.Chance ? HeldBack.Uncertain : HeldBack.No;
    }

    private static int Signals(Hypothesis reading)
    {
        var number = reading.ReferenceGain >= NumberTells;
        var amount = reading.Amount.Reason != AmountReason.Part && reading.Amount.Gain >= AmountTells;
        var payer = (reading.Signs & CertainPayer) != 0;
        return (number ? 1 : 0) + (amount ? 1 : 0) + (payer ? 1 : 0);
    }
}
