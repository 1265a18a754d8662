using System.Globalization;
using PaymentsApp.Domain;

namespace PaymentsApp.Payments;

// Corrections of payments, and the closed period.
public static partial class PaymentProblemText
{
    private static string? OfCorrection(PaymentProblem problem, CultureInfo culture)
    {
        return problem switch
        {
            PaymentProblem.PeriodClosed closed =>
                $"{Date(closed.Date)} lies in a closed period: nothing is dated {Date(closed.ClosedThrough)} or earlier. "
                + $"Take {Date(closed.ClosedThrough.AddDays(1))} or a later day; an old invoice can be paid all the same.",
            PaymentProblem.PaymentIsRefunded refunded =>
                $"{Amount(refunded.Refunded)} of payment {PaymentNumber.Format(refunded.Number)} was paid back. Reverse the refund first.",
            _ => null,
        };

        string Amount(Money money) => MoneyText.WithCode(money, culture);

        string Date(DateOnly date) => date.ToString("d", culture);
    }
}
